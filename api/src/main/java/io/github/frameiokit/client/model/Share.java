package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A share: assets shown to people outside of the project, and how they look there.
 *
 * @param id its id
 * @param name its name, never null
 * @param description what it says about itself, never null
 * @param access who may see it
 * @param enabled whether it can be opened
 * @param passphrase what visitors have to type, never null
 * @param expiration when it ends, never null
 * @param shortUrl its address, never null
 * @param collectionId the collection of what it shows
 * @param commentingEnabled whether visitors may comment
 * @param downloadingEnabled whether visitors may download
 * @param lastViewedAt when it was last seen, never null
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param layout how the assets are arranged, never null
 * @param theme its colours, never null
 * @param accentColor its accent colour, never null
 * @param sortBy by what the assets are sorted, never null
 * @param cardSize how large the cards are, never null
 * @param cardAspectRatio the cards' form, never null
 * @param cardInfoEnabled whether cards show more than the picture, never null
 * @param thumbnailScale how a picture fills its card, never null
 * @param titleLineCount how many lines a title has, 1 or 2, never null
 * @param listRowSize how high a list's rows are, never null
 * @param iconsVisibleOnList whether a list shows icons, never null
 * @param nameColumnWidth how wide a list's column of names is, in pixels, never null
 * @param reelCardAspectRatio the form of a reel's cards, never null
 * @param reelCardFitImage whether a reel's pictures are shown whole, never null
 * @param showAssetNameInReelLayout whether a reel shows the assets' names, never null
 * @param openInViewerEnabled whether it opens in the viewer, never null
 * @param showAllAssetVersions whether older versions can be seen, never null
 * @param editableFieldsEnabled whether visitors may change fields, never null
 * @param featuredFieldDefinitionId the field that stands out, never null
 * @param visibleFieldDefinitionIds the fields that are shown, never null
 * @param captionsEnabled whether captions can be seen, never null
 * @param transcriptsEnabled whether transcripts can be seen, never null
 * @param watermarkEnabled whether the media have a watermark, never null
 * @param forensicWatermarkEnabled whether the media have an invisible watermark, never null
 * @param drmEnabled whether the media are protected, never null
 */
public record Share(
        String id,
        Optional<String> name,
        Optional<String> description,
        Share.Access access,
        boolean enabled,
        Optional<String> passphrase,
        Optional<Instant> expiration,
        Optional<String> shortUrl,
        String collectionId,
        boolean commentingEnabled,
        boolean downloadingEnabled,
        Optional<Instant> lastViewedAt,
        Instant createdAt,
        Instant updatedAt,
        Optional<Share.Layout> layout,
        Optional<Share.Theme> theme,
        Optional<String> accentColor,
        Optional<Share.SortBy> sortBy,
        Optional<Share.Size> cardSize,
        Optional<Share.AspectRatio> cardAspectRatio,
        Optional<Boolean> cardInfoEnabled,
        Optional<Share.ThumbnailScale> thumbnailScale,
        Optional<Integer> titleLineCount,
        Optional<Share.Size> listRowSize,
        Optional<Boolean> iconsVisibleOnList,
        Optional<Integer> nameColumnWidth,
        Optional<Share.AspectRatio> reelCardAspectRatio,
        Optional<Boolean> reelCardFitImage,
        Optional<Boolean> showAssetNameInReelLayout,
        Optional<Boolean> openInViewerEnabled,
        Optional<Boolean> showAllAssetVersions,
        Optional<Boolean> editableFieldsEnabled,
        Optional<String> featuredFieldDefinitionId,
        List<String> visibleFieldDefinitionIds,
        Optional<Boolean> captionsEnabled,
        Optional<Boolean> transcriptsEnabled,
        Optional<Boolean> watermarkEnabled,
        Optional<Boolean> forensicWatermarkEnabled,
        Optional<Boolean> drmEnabled) {
    /** Takes copies of the lists. */
    public Share {
        visibleFieldDefinitionIds = List.copyOf(visibleFieldDefinitionIds);
    }

    @Override
    public String toString() {
        return "Share[" + id + "]";
    }

    /**
     * Who may see a share: whoever has its address, or those who were invited. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record Access(String value) {
        /** {@code public}. */
        public static final Access PUBLIC = new Access("public");

        /** {@code secure}. */
        public static final Access SECURE = new Access("secure");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * How a share's assets are arranged. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record Layout(String value) {
        /** {@code grid}. */
        public static final Layout GRID = new Layout("grid");

        /** {@code list}. */
        public static final Layout LIST = new Layout("list");

        /** {@code reel}. */
        public static final Layout REEL = new Layout("reel");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A share's colours. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record Theme(String value) {
        /** {@code dark}. */
        public static final Theme DARK = new Theme("dark");

        /** {@code light}. */
        public static final Theme LIGHT = new Theme("light");

        /** {@code neutral}. */
        public static final Theme NEUTRAL = new Theme("neutral");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * How large a share's cards or rows are. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record Size(String value) {
        /** {@code small}. */
        public static final Size SMALL = new Size("small");

        /** {@code medium}. */
        public static final Size MEDIUM = new Size("medium");

        /** {@code large}. */
        public static final Size LARGE = new Size("large");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * The form of a share's cards. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record AspectRatio(String value) {
        /** {@code horizontal}. */
        public static final AspectRatio HORIZONTAL = new AspectRatio("horizontal");

        /** {@code square}. */
        public static final AspectRatio SQUARE = new AspectRatio("square");

        /** {@code vertical}. */
        public static final AspectRatio VERTICAL = new AspectRatio("vertical");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * How a picture fills its card. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record ThumbnailScale(String value) {
        /** {@code fit}. */
        public static final ThumbnailScale FIT = new ThumbnailScale("fit");

        /** {@code fill}. */
        public static final ThumbnailScale FILL = new ThumbnailScale("fill");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * By what a share's assets are sorted.
     *
     * @param fieldDefinitionId the field
     * @param direction which way
     */
    public record SortBy(String fieldDefinitionId, Share.Direction direction) {}

    /**
     * Which way something is sorted. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses, never null
     */
    public record Direction(String value) {
        /** {@code asc}. */
        public static final Direction ASCENDING = new Direction("asc");

        /** {@code desc}. */
        public static final Direction DESCENDING = new Direction("desc");

        @Override
        public String toString() {
            return value;
        }
    }
}
