package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.model.Share;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.client.request.ReviewerInvitation;
import io.github.frameiokit.client.request.ReviewerQuery;
import io.github.frameiokit.client.request.ReviewerRemoval;
import io.github.frameiokit.client.request.Reviewers;
import io.github.frameiokit.client.request.ShareActivityQuery;
import io.github.frameiokit.client.request.ShareAsset;
import io.github.frameiokit.client.request.ShareDraft;
import io.github.frameiokit.client.request.ShareQuery;
import io.github.frameiokit.client.request.ShareSettings;
import io.github.frameiokit.client.request.ShareUpdate;

/** The calls of shares. */
final class ShareCalls extends OperationCalls {

    ShareCalls() {
        call("shares.index", it -> it.shares().index(A, ID, paged(new ShareQuery().sort(ShareQuery.Sort.NAME_ASC))));
        call("shares.show", it -> it.shares().show(A, ID));
        call(
                "shares.create",
                it -> it.shares()
                        .create(
                                A,
                                ID,
                                settings(ShareDraft.of("Cut", Share.Access.SECURE)
                                        .assetIds(ID))),
                it -> it.shares().create(A, ID, nothing(ShareDraft.of("Cut", Share.Access.PUBLIC))));
        call(
                "shares.update",
                it -> it.shares()
                        .update(
                                A,
                                ID,
                                settings(new ShareUpdate().name("Cut").access(Share.Access.SECURE))
                                        .sortBy(new Share.SortBy(ID, Share.Direction.DESCENDING))
                                        .thumbnailScale(Share.ThumbnailScale.FIT)
                                        .titleLineCount(1)),
                it -> it.shares().update(A, ID, nothing(new ShareUpdate().noName())));
        call("shares.delete", it -> it.shares().delete(A, ID));
        call(
                "shares.listActivities",
                it -> it.shares().listActivities(A, ID, paged(new ShareActivityQuery().include(Include.USER))));
        call(
                "shares.listAssets",
                it -> it.shares()
                        .listAssets(
                                A,
                                ID,
                                paged(new AssetQuery()
                                        .include(Include.METADATA)
                                        .sort(AssetQuery.Sort.NAME_ASC)
                                        .pageSize(100))));
        call("shares.addAsset", it -> it.shares().addAsset(A, ID, ShareAsset.of(OTHER)));
        call("shares.removeAsset", it -> it.shares().removeAsset(A, ID, OTHER));
        call(
                "shares.listReviewers",
                it -> it.shares().listReviewers(A, ID, paged(new ReviewerQuery().sort(ReviewerQuery.Sort.ACTIVE))));
        call(
                "shares.addReviewers",
                it -> it.shares()
                        .addReviewers(
                                A,
                                ID,
                                ReviewerInvitation.of(
                                                Reviewers.emails("ada@example.com")
                                                        .and(Reviewers.users(OTHER))
                                                        .and(Reviewers.adobeUsers("x@y"))
                                                        .and(Reviewers.shareLists(OTHER)),
                                                "Have a look")
                                        .notifyByEmail(false)));
        call(
                "shares.removeReviewers",
                it -> it.shares()
                        .removeReviewers(
                                A,
                                ID,
                                ReviewerRemoval.of(Reviewers.emails("ada@example.com")
                                        .and(Reviewers.users(OTHER))
                                        .and(Reviewers.adobeUsers("x@y")))));
    }

    private static <S extends ShareSettings<S>> S settings(S share) {
        return share.description("The cut")
                .expiration(TIME)
                .passphrase("p")
                .enabled(true)
                .commentingEnabled(true)
                .downloadingEnabled(false)
                .layout(Share.Layout.REEL)
                .theme(Share.Theme.DARK)
                .accentColor("#fff")
                .sortBy(new Share.SortBy(ID, Share.Direction.ASCENDING))
                .cardSize(Share.Size.SMALL)
                .cardAspectRatio(Share.AspectRatio.SQUARE)
                .cardInfoEnabled(true)
                .thumbnailScale(Share.ThumbnailScale.FILL)
                .titleLineCount(2)
                .listRowSize(Share.Size.LARGE)
                .iconsVisibleOnList(true)
                .nameColumnWidth(200)
                .reelCardAspectRatio(Share.AspectRatio.VERTICAL)
                .reelCardFitImage(true)
                .showAssetNameInReelLayout(true)
                .openInViewerEnabled(true)
                .showAllAssetVersions(true)
                .editableFieldsEnabled(true)
                .featuredFieldDefinitionId(ID)
                .visibleFieldDefinitionIds(ID, OTHER)
                .captionsEnabled(true)
                .transcriptsEnabled(true)
                .watermarkEnabled(true)
                .forensicWatermarkEnabled(true)
                .drmEnabled(true);
    }

    private static <S extends ShareSettings<S>> S nothing(S share) {
        return share.noDescription()
                .noExpiration()
                .noPassphrase()
                .noAccentColor()
                .noNameColumnWidth()
                .noShowAllAssetVersions()
                .noFeaturedFieldDefinitionId()
                .noCaptionsEnabled()
                .noTranscriptsEnabled()
                .noWatermarkEnabled();
    }
}
