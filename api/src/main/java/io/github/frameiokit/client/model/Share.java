package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A share: assets that people outside the project can see, and how the share shows them.
 *
 * @param id its id
 * @param name its name
 * @param description its description
 * @param access who can open it
 * @param enabled whether visitors can open it
 * @param passphrase the passphrase that visitors must enter
 * @param expiration when it expires
 * @param shortUrl its URL
 * @param collectionId the collection of the assets that it shows
 * @param commentingEnabled whether visitors can comment
 * @param downloadingEnabled whether visitors can download
 * @param lastViewedAt when it was last viewed
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param layout how the assets are arranged
 * @param theme its colour theme
 * @param accentColor its accent colour
 * @param sortBy the order of the assets
 * @param cardSize the size of the cards
 * @param cardAspectRatio the aspect ratio of the cards
 * @param cardInfoEnabled whether cards show more than the thumbnail
 * @param thumbnailScale how a thumbnail fills its card
 * @param titleLineCount how many lines a title has, 1 or 2
 * @param listRowSize the height of a list's rows
 * @param iconsVisibleOnList whether a list shows icons
 * @param nameColumnWidth the width of the name column in a list, in pixels
 * @param reelCardAspectRatio the aspect ratio of the cards in a reel
 * @param reelCardFitImage whether the cards in a reel show the whole picture
 * @param showAssetNameInReelLayout whether a reel shows the names of the assets
 * @param openInViewerEnabled whether it opens in the viewer
 * @param showAllAssetVersions whether visitors see older versions
 * @param editableFieldsEnabled whether visitors can edit metadata fields
 * @param featuredFieldDefinitionId the metadata field that is featured
 * @param visibleFieldDefinitionIds the metadata fields that visitors see
 * @param captionsEnabled whether visitors see captions
 * @param transcriptsEnabled whether visitors see transcripts
 * @param watermarkEnabled whether the media have a watermark
 * @param forensicWatermarkEnabled whether the media have an invisible, forensic watermark
 * @param drmEnabled whether the media are protected by DRM
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

    /** Checks that nothing is null, and copies the lists. */
    public Share {
        Checks.notNull(
                Share.class,
                id,
                name,
                description,
                access,
                passphrase,
                expiration,
                shortUrl,
                collectionId,
                lastViewedAt,
                createdAt,
                updatedAt,
                layout,
                theme,
                accentColor,
                sortBy,
                cardSize,
                cardAspectRatio,
                cardInfoEnabled,
                thumbnailScale,
                titleLineCount,
                listRowSize,
                iconsVisibleOnList,
                nameColumnWidth,
                reelCardAspectRatio,
                reelCardFitImage,
                showAssetNameInReelLayout,
                openInViewerEnabled,
                showAllAssetVersions,
                editableFieldsEnabled,
                featuredFieldDefinitionId,
                visibleFieldDefinitionIds,
                captionsEnabled,
                transcriptsEnabled,
                watermarkEnabled,
                forensicWatermarkEnabled,
                drmEnabled);
        visibleFieldDefinitionIds = Checks.copy("visibleFieldDefinitionIds", visibleFieldDefinitionIds);
    }

    @Override
    public String toString() {
        return "Share[" + id + "]";
    }

    /**
     * Who can open a share: anyone who has its URL, or only invited users. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Access(String value) {

        /** Checks that nothing is null. */
        public Access {
            Checks.notNull(Access.class, value);
        }

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
     * How a share's assets are arranged. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Layout(String value) {

        /** Checks that nothing is null. */
        public Layout {
            Checks.notNull(Layout.class, value);
        }

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
     * The colour theme of a share. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Theme(String value) {

        /** Checks that nothing is null. */
        public Theme {
            Checks.notNull(Theme.class, value);
        }

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
     * The size of a share's cards or rows. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Size(String value) {

        /** Checks that nothing is null. */
        public Size {
            Checks.notNull(Size.class, value);
        }

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
     * The aspect ratio of a share's cards. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record AspectRatio(String value) {

        /** Checks that nothing is null. */
        public AspectRatio {
            Checks.notNull(AspectRatio.class, value);
        }

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
     * How a thumbnail fills its card. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record ThumbnailScale(String value) {

        /** Checks that nothing is null. */
        public ThumbnailScale {
            Checks.notNull(ThumbnailScale.class, value);
        }

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
     * The order of a share's assets.
     *
     * @param fieldDefinitionId the field
     * @param direction the direction
     */
    public record SortBy(String fieldDefinitionId, Share.Direction direction) {

        /** Checks that nothing is null. */
        public SortBy {
            Checks.notNull(SortBy.class, fieldDefinitionId, direction);
        }
    }

    /**
     * The direction of an order. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Direction(String value) {

        /** Checks that nothing is null. */
        public Direction {
            Checks.notNull(Direction.class, value);
        }

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
