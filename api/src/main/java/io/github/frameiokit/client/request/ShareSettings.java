package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;
import java.time.Instant;

/**
 * The settings that a share can have from the start and that an update can change: how the share looks, and what its
 * visitors can do. Immutable: each method returns a copy.
 *
 * @param <S> the request's own type
 */
public abstract class ShareSettings<S extends ShareSettings<S>> extends RequestParameters<S> {

    ShareSettings() {}

    /**
     * Sets the description.
     *
     * @param description the description, not blank, at most 640 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 640 characters
     */
    public S description(String description) {
        return setText("description", description, 640);
    }

    /**
     * Removes the description.
     *
     * @return a copy with this change
     */
    public S noDescription() {
        return set("description", null);
    }

    /**
     * Sets when the share expires.
     *
     * @param expiration the time, not null
     * @return a copy with this change
     */
    public S expiration(Instant expiration) {
        return setGiven("expiration", expiration);
    }

    /**
     * Removes the expiration.
     *
     * @return a copy with this change
     */
    public S noExpiration() {
        return set("expiration", null);
    }

    /**
     * Sets the passphrase that visitors must enter.
     *
     * @param passphrase the passphrase, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public S passphrase(String passphrase) {
        return setText("passphrase", passphrase, 255);
    }

    /**
     * Removes the passphrase.
     *
     * @return a copy with this change
     */
    public S noPassphrase() {
        return set("passphrase", null);
    }

    /**
     * Sets whether visitors can open the share.
     *
     * @param enabled true if they can
     * @return a copy with this change
     */
    public S enabled(boolean enabled) {
        return set("enabled", enabled);
    }

    /**
     * Sets whether visitors can comment.
     *
     * @param commentingEnabled true if they can
     * @return a copy with this change
     */
    public S commentingEnabled(boolean commentingEnabled) {
        return set("commenting_enabled", commentingEnabled);
    }

    /**
     * Sets whether visitors can download.
     *
     * @param downloadingEnabled true if they can
     * @return a copy with this change
     */
    public S downloadingEnabled(boolean downloadingEnabled) {
        return set("downloading_enabled", downloadingEnabled);
    }

    /**
     * Sets how the assets are arranged. Frame.io requires it together with the other settings of appearance.
     *
     * @param layout the layout, not null
     * @return a copy with this change
     */
    public S layout(Share.Layout layout) {
        return setGiven("layout", layout);
    }

    /**
     * Sets the colour theme.
     *
     * @param theme the theme, not null
     * @return a copy with this change
     */
    public S theme(Share.Theme theme) {
        return setGiven("theme", theme);
    }

    /**
     * Sets the accent colour.
     *
     * @param accentColor the colour, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public S accentColor(String accentColor) {
        return setText("accent_color", accentColor);
    }

    /**
     * Removes the accent colour.
     *
     * @return a copy with this change
     */
    public S noAccentColor() {
        return set("accent_color", null);
    }

    /**
     * Sets the order of the assets.
     *
     * @param sortBy the order, not null
     * @return a copy with this change
     */
    public S sortBy(Share.SortBy sortBy) {
        return setGiven("sort_by", sortBy);
    }

    /**
     * Sets the size of the cards.
     *
     * @param cardSize the size, not null
     * @return a copy with this change
     */
    public S cardSize(Share.Size cardSize) {
        return setGiven("card_size", cardSize);
    }

    /**
     * Sets the aspect ratio of the cards.
     *
     * @param cardAspectRatio the aspect ratio, not null
     * @return a copy with this change
     */
    public S cardAspectRatio(Share.AspectRatio cardAspectRatio) {
        return setGiven("card_aspect_ratio", cardAspectRatio);
    }

    /**
     * Sets whether cards show more than the thumbnail.
     *
     * @param cardInfoEnabled true if they do
     * @return a copy with this change
     */
    public S cardInfoEnabled(boolean cardInfoEnabled) {
        return set("card_info_enabled", cardInfoEnabled);
    }

    /**
     * Sets how a thumbnail fills its card.
     *
     * @param thumbnailScale the scale, not null
     * @return a copy with this change
     */
    public S thumbnailScale(Share.ThumbnailScale thumbnailScale) {
        return setGiven("thumbnail_scale", thumbnailScale);
    }

    /**
     * Sets how many lines a title has.
     *
     * @param titleLineCount the number of lines, 1 or 2
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1 or greater than 2
     */
    public S titleLineCount(int titleLineCount) {
        return setNumber("title_line_count", titleLineCount, 1, 2);
    }

    /**
     * Sets the height of a list's rows.
     *
     * @param listRowSize the size, not null
     * @return a copy with this change
     */
    public S listRowSize(Share.Size listRowSize) {
        return setGiven("list_row_size", listRowSize);
    }

    /**
     * Sets whether a list shows icons.
     *
     * @param iconsVisibleOnList true if it does
     * @return a copy with this change
     */
    public S iconsVisibleOnList(boolean iconsVisibleOnList) {
        return set("icons_visible_on_list", iconsVisibleOnList);
    }

    /**
     * Sets the width of the name column in a list.
     *
     * @param nameColumnWidth the width in pixels, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public S nameColumnWidth(int nameColumnWidth) {
        return setNumber("name_column_width", nameColumnWidth, 1, Integer.MAX_VALUE);
    }

    /**
     * Removes the width of the name column.
     *
     * @return a copy with this change
     */
    public S noNameColumnWidth() {
        return set("name_column_width", null);
    }

    /**
     * Sets the aspect ratio of the cards in a reel.
     *
     * @param reelCardAspectRatio the aspect ratio, not null
     * @return a copy with this change
     */
    public S reelCardAspectRatio(Share.AspectRatio reelCardAspectRatio) {
        return setGiven("reel_card_aspect_ratio", reelCardAspectRatio);
    }

    /**
     * Sets whether the cards in a reel show the whole picture.
     *
     * @param reelCardFitImage true if they do
     * @return a copy with this change
     */
    public S reelCardFitImage(boolean reelCardFitImage) {
        return set("reel_card_fit_image", reelCardFitImage);
    }

    /**
     * Sets whether a reel shows the names of the assets.
     *
     * @param showAssetNameInReelLayout true if it does
     * @return a copy with this change
     */
    public S showAssetNameInReelLayout(boolean showAssetNameInReelLayout) {
        return set("show_asset_name_in_reel_layout", showAssetNameInReelLayout);
    }

    /**
     * Sets whether the share opens in the viewer.
     *
     * @param openInViewerEnabled true if it does
     * @return a copy with this change
     */
    public S openInViewerEnabled(boolean openInViewerEnabled) {
        return set("open_in_viewer_enabled", openInViewerEnabled);
    }

    /**
     * Sets whether visitors see older versions.
     *
     * @param showAllAssetVersions true if they do
     * @return a copy with this change
     */
    public S showAllAssetVersions(boolean showAllAssetVersions) {
        return set("show_all_asset_versions", showAllAssetVersions);
    }

    /**
     * Removes the setting of older versions.
     *
     * @return a copy with this change
     */
    public S noShowAllAssetVersions() {
        return set("show_all_asset_versions", null);
    }

    /**
     * Sets whether visitors can edit metadata fields.
     *
     * @param editableFieldsEnabled true if they can
     * @return a copy with this change
     */
    public S editableFieldsEnabled(boolean editableFieldsEnabled) {
        return set("editable_fields_enabled", editableFieldsEnabled);
    }

    /**
     * Sets the metadata field that is featured.
     *
     * @param featuredFieldDefinitionId the field's id, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public S featuredFieldDefinitionId(String featuredFieldDefinitionId) {
        return setText("featured_field_definition_id", featuredFieldDefinitionId);
    }

    /**
     * Removes the featured field.
     *
     * @return a copy with this change
     */
    public S noFeaturedFieldDefinitionId() {
        return set("featured_field_definition_id", null);
    }

    /**
     * Sets the metadata fields that visitors see.
     *
     * @param visibleFieldDefinitionIds the ids of one or more fields, none blank
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none, or if one is blank
     */
    public S visibleFieldDefinitionIds(String... visibleFieldDefinitionIds) {
        return setList("visible_field_definition_ids", 1, Integer.MAX_VALUE, visibleFieldDefinitionIds);
    }

    /**
     * Sets whether visitors see captions.
     *
     * @param captionsEnabled true if they do
     * @return a copy with this change
     */
    public S captionsEnabled(boolean captionsEnabled) {
        return set("captions_enabled", captionsEnabled);
    }

    /**
     * Removes the setting of captions.
     *
     * @return a copy with this change
     */
    public S noCaptionsEnabled() {
        return set("captions_enabled", null);
    }

    /**
     * Sets whether visitors see transcripts.
     *
     * @param transcriptsEnabled true if they do
     * @return a copy with this change
     */
    public S transcriptsEnabled(boolean transcriptsEnabled) {
        return set("transcripts_enabled", transcriptsEnabled);
    }

    /**
     * Removes the setting of transcripts.
     *
     * @return a copy with this change
     */
    public S noTranscriptsEnabled() {
        return set("transcripts_enabled", null);
    }

    /**
     * Sets whether the media have a watermark.
     *
     * @param watermarkEnabled true if they have one
     * @return a copy with this change
     */
    public S watermarkEnabled(boolean watermarkEnabled) {
        return set("watermark_enabled", watermarkEnabled);
    }

    /**
     * Removes the setting of watermarks.
     *
     * @return a copy with this change
     */
    public S noWatermarkEnabled() {
        return set("watermark_enabled", null);
    }

    /**
     * Sets whether the media have an invisible, forensic watermark.
     *
     * @param forensicWatermarkEnabled true if they have one
     * @return a copy with this change
     */
    public S forensicWatermarkEnabled(boolean forensicWatermarkEnabled) {
        return set("forensic_watermark_enabled", forensicWatermarkEnabled);
    }

    /**
     * Sets whether the media are protected by DRM.
     *
     * @param drmEnabled true if they are
     * @return a copy with this change
     */
    public S drmEnabled(boolean drmEnabled) {
        return set("drm_enabled", drmEnabled);
    }
}
