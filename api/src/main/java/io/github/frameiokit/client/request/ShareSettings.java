package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;
import java.time.Instant;
import java.util.Map;

/**
 * What can be said of a share when it is made and when it is changed: how it looks, and what visitors may do.
 *
 * @param <D> the draft's own type
 */
public abstract class ShareSettings<D extends ShareSettings<D>> extends Draft {

    ShareSettings(Map<String, Object> members) {
        super(members);
    }

    abstract D set(String member, Object value);

    /**
     * What it says about itself.
     *
     * @param description the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 640 characters
     */
    public D description(String description) {
        return set("description", Draft.text("description", description, 640));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noDescription() {
        return set("description", null);
    }

    /**
     * When it ends.
     *
     * @param expiration the value, not null
     * @return a new draft
     */
    public D expiration(Instant expiration) {
        return set("expiration", Draft.given("expiration", expiration));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noExpiration() {
        return set("expiration", null);
    }

    /**
     * What visitors have to type.
     *
     * @param passphrase the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public D passphrase(String passphrase) {
        return set("passphrase", Draft.text("passphrase", passphrase, 255));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noPassphrase() {
        return set("passphrase", null);
    }

    /**
     * Whether it can be opened.
     *
     * @param enabled whether
     * @return a new draft
     */
    public D enabled(boolean enabled) {
        return set("enabled", enabled);
    }

    /**
     * Whether visitors may comment.
     *
     * @param commentingEnabled whether
     * @return a new draft
     */
    public D commentingEnabled(boolean commentingEnabled) {
        return set("commenting_enabled", commentingEnabled);
    }

    /**
     * Whether visitors may download.
     *
     * @param downloadingEnabled whether
     * @return a new draft
     */
    public D downloadingEnabled(boolean downloadingEnabled) {
        return set("downloading_enabled", downloadingEnabled);
    }

    /**
     * How the assets are arranged; Frame.io wants it along with the other settings of appearance.
     *
     * @param layout the value, not null
     * @return a new draft
     */
    public D layout(Share.Layout layout) {
        return set("layout", Draft.given("layout", layout));
    }

    /**
     * Its colours.
     *
     * @param theme the value, not null
     * @return a new draft
     */
    public D theme(Share.Theme theme) {
        return set("theme", Draft.given("theme", theme));
    }

    /**
     * Its accent colour.
     *
     * @param accentColor the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank
     */
    public D accentColor(String accentColor) {
        return set("accent_color", Draft.text("accent_color", accentColor, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noAccentColor() {
        return set("accent_color", null);
    }

    /**
     * By what the assets are sorted.
     *
     * @param sortBy the value, not null
     * @return a new draft
     */
    public D sortBy(Share.SortBy sortBy) {
        return set("sort_by", Draft.given("sort_by", sortBy));
    }

    /**
     * How large the cards are.
     *
     * @param cardSize the value, not null
     * @return a new draft
     */
    public D cardSize(Share.Size cardSize) {
        return set("card_size", Draft.given("card_size", cardSize));
    }

    /**
     * The cards' form.
     *
     * @param cardAspectRatio the value, not null
     * @return a new draft
     */
    public D cardAspectRatio(Share.AspectRatio cardAspectRatio) {
        return set("card_aspect_ratio", Draft.given("card_aspect_ratio", cardAspectRatio));
    }

    /**
     * Whether cards show more than the picture.
     *
     * @param cardInfoEnabled whether
     * @return a new draft
     */
    public D cardInfoEnabled(boolean cardInfoEnabled) {
        return set("card_info_enabled", cardInfoEnabled);
    }

    /**
     * How a picture fills its card.
     *
     * @param thumbnailScale the value, not null
     * @return a new draft
     */
    public D thumbnailScale(Share.ThumbnailScale thumbnailScale) {
        return set("thumbnail_scale", Draft.given("thumbnail_scale", thumbnailScale));
    }

    /**
     * How many lines a title has.
     *
     * @param titleLineCount the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public D titleLineCount(int titleLineCount) {
        return set("title_line_count", Draft.number("title_line_count", titleLineCount, 1, 2));
    }

    /**
     * How high a list's rows are.
     *
     * @param listRowSize the value, not null
     * @return a new draft
     */
    public D listRowSize(Share.Size listRowSize) {
        return set("list_row_size", Draft.given("list_row_size", listRowSize));
    }

    /**
     * Whether a list shows icons.
     *
     * @param iconsVisibleOnList whether
     * @return a new draft
     */
    public D iconsVisibleOnList(boolean iconsVisibleOnList) {
        return set("icons_visible_on_list", iconsVisibleOnList);
    }

    /**
     * How wide a list's column of names is, in pixels.
     *
     * @param nameColumnWidth the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public D nameColumnWidth(int nameColumnWidth) {
        return set("name_column_width", Draft.number("name_column_width", nameColumnWidth, 1, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noNameColumnWidth() {
        return set("name_column_width", null);
    }

    /**
     * The form of a reel's cards.
     *
     * @param reelCardAspectRatio the value, not null
     * @return a new draft
     */
    public D reelCardAspectRatio(Share.AspectRatio reelCardAspectRatio) {
        return set("reel_card_aspect_ratio", Draft.given("reel_card_aspect_ratio", reelCardAspectRatio));
    }

    /**
     * Whether a reel's pictures are shown whole.
     *
     * @param reelCardFitImage whether
     * @return a new draft
     */
    public D reelCardFitImage(boolean reelCardFitImage) {
        return set("reel_card_fit_image", reelCardFitImage);
    }

    /**
     * Whether a reel shows the assets' names.
     *
     * @param showAssetNameInReelLayout whether
     * @return a new draft
     */
    public D showAssetNameInReelLayout(boolean showAssetNameInReelLayout) {
        return set("show_asset_name_in_reel_layout", showAssetNameInReelLayout);
    }

    /**
     * Whether it opens in the viewer.
     *
     * @param openInViewerEnabled whether
     * @return a new draft
     */
    public D openInViewerEnabled(boolean openInViewerEnabled) {
        return set("open_in_viewer_enabled", openInViewerEnabled);
    }

    /**
     * Whether older versions can be seen.
     *
     * @param showAllAssetVersions whether
     * @return a new draft
     */
    public D showAllAssetVersions(boolean showAllAssetVersions) {
        return set("show_all_asset_versions", showAllAssetVersions);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noShowAllAssetVersions() {
        return set("show_all_asset_versions", null);
    }

    /**
     * Whether visitors may change fields.
     *
     * @param editableFieldsEnabled whether
     * @return a new draft
     */
    public D editableFieldsEnabled(boolean editableFieldsEnabled) {
        return set("editable_fields_enabled", editableFieldsEnabled);
    }

    /**
     * The field that stands out.
     *
     * @param featuredFieldDefinitionId the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank
     */
    public D featuredFieldDefinitionId(String featuredFieldDefinitionId) {
        return set(
                "featured_field_definition_id",
                Draft.text("featured_field_definition_id", featuredFieldDefinitionId, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noFeaturedFieldDefinitionId() {
        return set("featured_field_definition_id", null);
    }

    /**
     * The fields that are shown.
     *
     * @param visibleFieldDefinitionIds the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public D visibleFieldDefinitionIds(String... visibleFieldDefinitionIds) {
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
    public D captionsEnabled(boolean captionsEnabled) {
        return set("captions_enabled", captionsEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noCaptionsEnabled() {
        return set("captions_enabled", null);
    }

    /**
     * Whether transcripts can be seen.
     *
     * @param transcriptsEnabled whether
     * @return a new draft
     */
    public D transcriptsEnabled(boolean transcriptsEnabled) {
        return set("transcripts_enabled", transcriptsEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noTranscriptsEnabled() {
        return set("transcripts_enabled", null);
    }

    /**
     * Whether the media have a watermark.
     *
     * @param watermarkEnabled whether
     * @return a new draft
     */
    public D watermarkEnabled(boolean watermarkEnabled) {
        return set("watermark_enabled", watermarkEnabled);
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public D noWatermarkEnabled() {
        return set("watermark_enabled", null);
    }

    /**
     * Whether the media have an invisible watermark.
     *
     * @param forensicWatermarkEnabled whether
     * @return a new draft
     */
    public D forensicWatermarkEnabled(boolean forensicWatermarkEnabled) {
        return set("forensic_watermark_enabled", forensicWatermarkEnabled);
    }

    /**
     * Whether the media are protected.
     *
     * @param drmEnabled whether
     * @return a new draft
     */
    public D drmEnabled(boolean drmEnabled) {
        return set("drm_enabled", drmEnabled);
    }
}
