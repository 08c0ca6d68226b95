package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A share: assets shown to people outside of the project, and how they look there.
 *
 * @param id its id
 * @param name its name
 * @param description what it says about itself
 * @param access who may see it
 * @param enabled whether it can be opened
 * @param passphrase what visitors have to type
 * @param expiration when it ends
 * @param shortUrl its address
 * @param collectionId the collection of what it shows
 * @param commentingEnabled whether visitors may comment
 * @param downloadingEnabled whether visitors may download
 * @param lastViewedAt when it was last seen
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param layout how the assets are arranged
 * @param theme its colours
 * @param accentColor its accent colour
 * @param sortBy by what the assets are sorted
 * @param cardSize how large the cards are
 * @param cardAspectRatio the cards' form
 * @param cardInfoEnabled whether cards show more than the picture
 * @param thumbnailScale how a picture fills its card
 * @param titleLineCount how many lines a title has, 1 or 2
 * @param listRowSize how high a list's rows are
 * @param iconsVisibleOnList whether a list shows icons
 * @param nameColumnWidth how wide a list's column of names is, in pixels
 * @param reelCardAspectRatio the form of a reel's cards
 * @param reelCardFitImage whether a reel's pictures are shown whole
 * @param showAssetNameInReelLayout whether a reel shows the assets' names
 * @param openInViewerEnabled whether it opens in the viewer
 * @param showAllAssetVersions whether older versions can be seen
 * @param editableFieldsEnabled whether visitors may change fields
 * @param featuredFieldDefinitionId the field that stands out
 * @param visibleFieldDefinitionIds the fields that are shown
 * @param captionsEnabled whether captions can be seen
 * @param transcriptsEnabled whether transcripts can be seen
 * @param watermarkEnabled whether the media have a watermark
 * @param forensicWatermarkEnabled whether the media have an invisible watermark
 * @param drmEnabled whether the media are protected
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

    /** Checks that nothing is null, and takes copies of the lists. */
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
     * Who may see a share: whoever has its address, or those who were invited. An open set: Frame.io may add to it, and
     * what it adds is kept.
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
     * How a share's assets are arranged. An open set: Frame.io may add to it, and what it adds is kept.
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
     * A share's colours. An open set: Frame.io may add to it, and what it adds is kept.
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
     * How large a share's cards or rows are. An open set: Frame.io may add to it, and what it adds is kept.
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
     * The form of a share's cards. An open set: Frame.io may add to it, and what it adds is kept.
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
     * How a picture fills its card. An open set: Frame.io may add to it, and what it adds is kept.
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
     * By what a share's assets are sorted.
     *
     * @param fieldDefinitionId the field
     * @param direction which way
     */
    public record SortBy(String fieldDefinitionId, Share.Direction direction) {

        /** Checks that nothing is null. */
        public SortBy {
            Checks.notNull(SortBy.class, fieldDefinitionId, direction);
        }
    }

    /**
     * Which way something is sorted. An open set: Frame.io may add to it, and what it adds is kept.
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
