package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;
import java.time.Instant;
import java.util.Map;

/**
 * Changes of a share. Immutable: every change gives a new one.
 */
public final class ShareUpdate extends Draft {

    private ShareUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public ShareUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 175 characters
     */
    public ShareUpdate name(String name) {
        return set("name", Draft.text("name", name, 175));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noName() {
        return set("name", null);
    }

    /**
     * Who may see it.
     *
     * @param access the value, not null
     * @return a new draft
     */
    public ShareUpdate access(Share.Access access) {
        return set("access", Draft.given("access", access));
    }

    /**
     * What it says about itself.
     *
     * @param description the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 640 characters
     */
    public ShareUpdate description(String description) {
        return set("description", Draft.text("description", description, 640));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noDescription() {
        return set("description", null);
    }

    /**
     * When it ends.
     *
     * @param expiration the value, not null
     * @return a new draft
     */
    public ShareUpdate expiration(Instant expiration) {
        return set("expiration", Draft.given("expiration", expiration));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noExpiration() {
        return set("expiration", null);
    }

    /**
     * What visitors have to type.
     *
     * @param passphrase the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public ShareUpdate passphrase(String passphrase) {
        return set("passphrase", Draft.text("passphrase", passphrase, 255));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noPassphrase() {
        return set("passphrase", null);
    }

    /**
     * Whether it can be opened.
     *
     * @param enabled whether
     * @return a new draft
     */
    public ShareUpdate enabled(boolean enabled) {
        return set("enabled", enabled);
    }

    /**
     * Whether visitors may comment.
     *
     * @param commentingEnabled whether
     * @return a new draft
     */
    public ShareUpdate commentingEnabled(boolean commentingEnabled) {
        return set("commenting_enabled", commentingEnabled);
    }

    /**
     * Whether visitors may download.
     *
     * @param downloadingEnabled whether
     * @return a new draft
     */
    public ShareUpdate downloadingEnabled(boolean downloadingEnabled) {
        return set("downloading_enabled", downloadingEnabled);
    }

    /**
     * How the assets are arranged; Frame.io wants it along with the other settings of appearance.
     *
     * @param layout the value, not null
     * @return a new draft
     */
    public ShareUpdate layout(Share.Layout layout) {
        return set("layout", Draft.given("layout", layout));
    }

    /**
     * Its colours.
     *
     * @param theme the value, not null
     * @return a new draft
     */
    public ShareUpdate theme(Share.Theme theme) {
        return set("theme", Draft.given("theme", theme));
    }

    /**
     * Its accent colour.
     *
     * @param accentColor the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank
     */
    public ShareUpdate accentColor(String accentColor) {
        return set("accent_color", Draft.text("accent_color", accentColor, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noAccentColor() {
        return set("accent_color", null);
    }

    /**
     * By what the assets are sorted.
     *
     * @param sortBy the value, not null
     * @return a new draft
     */
    public ShareUpdate sortBy(Share.SortBy sortBy) {
        return set("sort_by", Draft.given("sort_by", sortBy));
    }

    /**
     * How large the cards are.
     *
     * @param cardSize the value, not null
     * @return a new draft
     */
    public ShareUpdate cardSize(Share.Size cardSize) {
        return set("card_size", Draft.given("card_size", cardSize));
    }

    /**
     * The cards' form.
     *
     * @param cardAspectRatio the value, not null
     * @return a new draft
     */
    public ShareUpdate cardAspectRatio(Share.AspectRatio cardAspectRatio) {
        return set("card_aspect_ratio", Draft.given("card_aspect_ratio", cardAspectRatio));
    }

    /**
     * Whether cards show more than the picture.
     *
     * @param cardInfoEnabled whether
     * @return a new draft
     */
    public ShareUpdate cardInfoEnabled(boolean cardInfoEnabled) {
        return set("card_info_enabled", cardInfoEnabled);
    }

    /**
     * How a picture fills its card.
     *
     * @param thumbnailScale the value, not null
     * @return a new draft
     */
    public ShareUpdate thumbnailScale(Share.ThumbnailScale thumbnailScale) {
        return set("thumbnail_scale", Draft.given("thumbnail_scale", thumbnailScale));
    }

    /**
     * How many lines a title has.
     *
     * @param titleLineCount the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public ShareUpdate titleLineCount(int titleLineCount) {
        return set("title_line_count", Draft.number("title_line_count", titleLineCount, 1, 2));
    }

    /**
     * How high a list's rows are.
     *
     * @param listRowSize the value, not null
     * @return a new draft
     */
    public ShareUpdate listRowSize(Share.Size listRowSize) {
        return set("list_row_size", Draft.given("list_row_size", listRowSize));
    }

    /**
     * Whether a list shows icons.
     *
     * @param iconsVisibleOnList whether
     * @return a new draft
     */
    public ShareUpdate iconsVisibleOnList(boolean iconsVisibleOnList) {
        return set("icons_visible_on_list", iconsVisibleOnList);
    }

    /**
     * How wide a list's column of names is, in pixels.
     *
     * @param nameColumnWidth the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public ShareUpdate nameColumnWidth(int nameColumnWidth) {
        return set("name_column_width", Draft.number("name_column_width", nameColumnWidth, 1, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noNameColumnWidth() {
        return set("name_column_width", null);
    }

    /**
     * The form of a reel's cards.
     *
     * @param reelCardAspectRatio the value, not null
     * @return a new draft
     */
    public ShareUpdate reelCardAspectRatio(Share.AspectRatio reelCardAspectRatio) {
        return set("reel_card_aspect_ratio", Draft.given("reel_card_aspect_ratio", reelCardAspectRatio));
    }

    /**
     * Whether a reel's pictures are shown whole.
     *
     * @param reelCardFitImage whether
     * @return a new draft
     */
    public ShareUpdate reelCardFitImage(boolean reelCardFitImage) {
        return set("reel_card_fit_image", reelCardFitImage);
    }

    /**
     * Whether a reel shows the assets' names.
     *
     * @param showAssetNameInReelLayout whether
     * @return a new draft
     */
    public ShareUpdate showAssetNameInReelLayout(boolean showAssetNameInReelLayout) {
        return set("show_asset_name_in_reel_layout", showAssetNameInReelLayout);
    }

    /**
     * Whether it opens in the viewer.
     *
     * @param openInViewerEnabled whether
     * @return a new draft
     */
    public ShareUpdate openInViewerEnabled(boolean openInViewerEnabled) {
        return set("open_in_viewer_enabled", openInViewerEnabled);
    }

    /**
     * Whether older versions can be seen.
     *
     * @param showAllAssetVersions whether
     * @return a new draft
     */
    public ShareUpdate showAllAssetVersions(boolean showAllAssetVersions) {
        return set("show_all_asset_versions", showAllAssetVersions);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noShowAllAssetVersions() {
        return set("show_all_asset_versions", null);
    }

    /**
     * Whether visitors may change fields.
     *
     * @param editableFieldsEnabled whether
     * @return a new draft
     */
    public ShareUpdate editableFieldsEnabled(boolean editableFieldsEnabled) {
        return set("editable_fields_enabled", editableFieldsEnabled);
    }

    /**
     * The field that stands out.
     *
     * @param featuredFieldDefinitionId the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank
     */
    public ShareUpdate featuredFieldDefinitionId(String featuredFieldDefinitionId) {
        return set(
                "featured_field_definition_id",
                Draft.text("featured_field_definition_id", featuredFieldDefinitionId, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noFeaturedFieldDefinitionId() {
        return set("featured_field_definition_id", null);
    }

    /**
     * The fields that are shown.
     *
     * @param visibleFieldDefinitionIds the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public ShareUpdate visibleFieldDefinitionIds(String... visibleFieldDefinitionIds) {
        return set(
                "visible_field_definition_ids",
                Draft.list("visible_field_definition_ids", 1, Integer.MAX_VALUE, visibleFieldDefinitionIds));
    }

    /**
     * Whether captions can be seen.
     *
     * @param captionsEnabled whether
     * @return a new draft
     */
    public ShareUpdate captionsEnabled(boolean captionsEnabled) {
        return set("captions_enabled", captionsEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noCaptionsEnabled() {
        return set("captions_enabled", null);
    }

    /**
     * Whether transcripts can be seen.
     *
     * @param transcriptsEnabled whether
     * @return a new draft
     */
    public ShareUpdate transcriptsEnabled(boolean transcriptsEnabled) {
        return set("transcripts_enabled", transcriptsEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noTranscriptsEnabled() {
        return set("transcripts_enabled", null);
    }

    /**
     * Whether the media have a watermark.
     *
     * @param watermarkEnabled whether
     * @return a new draft
     */
    public ShareUpdate watermarkEnabled(boolean watermarkEnabled) {
        return set("watermark_enabled", watermarkEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noWatermarkEnabled() {
        return set("watermark_enabled", null);
    }

    /**
     * Whether the media have an invisible watermark.
     *
     * @param forensicWatermarkEnabled whether
     * @return a new draft
     */
    public ShareUpdate forensicWatermarkEnabled(boolean forensicWatermarkEnabled) {
        return set("forensic_watermark_enabled", forensicWatermarkEnabled);
    }

    /**
     * Whether the media are protected.
     *
     * @param drmEnabled whether
     * @return a new draft
     */
    public ShareUpdate drmEnabled(boolean drmEnabled) {
        return set("drm_enabled", drmEnabled);
    }

    private ShareUpdate set(String member, Object value) {
        return new ShareUpdate(with(member, value));
    }
}
