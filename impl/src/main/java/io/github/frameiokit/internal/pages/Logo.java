package io.github.frameiokit.internal.pages;

import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.Html;
import io.github.frameiokit.internal.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The app's logo. One from the class path becomes a part of the page, so that the pages need no file beside them.
 *
 * @param address what an image's {@code src} has
 * @param source what the policy of the page has to allow for it
 */
record Logo(String address, String source) {

    private static final String DATA = "data:";
    private static final Pattern IMAGE_DATA =
            Pattern.compile("data:image/(png|jpeg|gif|webp|svg\\+xml|avif)[;,][!-~&&[^\"'<>\\\\]]*");
    private static final Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif");
    /** It is in each page, and a logo needs less. */
    private static final int MOST_BYTES = 100_000;

    /**
     * The logo of that value.
     *
     * @throws IllegalStateException if there is no such image, with the sentence that says so
     */
    static Logo of(String value, ClassLoader app) {
        if (value.startsWith(DATA)) {
            if (!IMAGE_DATA.matcher(value).matches()) {
                throw problem("has a data URI that isn't an image's; write data:image/png;base64, and its content,"
                        + " without blanks and quotation marks");
            }
            return new Logo(value, DATA);
        }
        if (value.contains("://")) {
            if (Address.of(value).filter(Address::https).isEmpty()) {
                throw problem("must be an https address without user, query or fragment, since the pages are"
                        + " protected, too; correct it, or put the image into the app");
            }
            URI address = URI.create(value);
            return new Logo(value, "https://" + address.getRawAuthority());
        }
        String type = Optional.ofNullable(
                        TYPES.get(value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> problem("must be an https address, a data URI, or the name of an svg, png, jpg, gif,"
                        + " webp or avif file; correct it"));
        return data(type, content(value.replaceFirst("^/", ""), app));
    }

    /** The first letter of a name. */
    static Logo letter(String name, Color color) {
        String letter = name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\" height=\"48\""
                + " rx=\"11\" fill=\"" + color + "\"/><text x=\"24\" y=\"33\" text-anchor=\"middle\" font-size=\"26\""
                + " font-weight=\"700\" font-family=\"system-ui,sans-serif\" fill=\"" + color.text() + "\">"
                + Html.escaped(letter) + "</text></svg>";
        return data("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    private static Logo data(String type, byte[] content) {
        return new Logo(DATA + type + ";base64," + Base64.getEncoder().encodeToString(content), DATA);
    }

    private static byte[] content(String name, ClassLoader app) {
        try (InputStream file = app.getResourceAsStream(name)) {
            if (file == null) {
                throw problem("names " + name + ", which isn't on the app's class path; add the file, or correct the"
                        + " name");
            }
            byte[] content = file.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw problem("names " + name + ", which has more than " + MOST_BYTES
                        + " bytes, and is a part of each page; use a smaller image");
            }
            return content;
        } catch (IOException e) {
            throw problem("names " + name + ", which can't be read (" + e + "); replace the file");
        }
    }

    private static IllegalStateException problem(String what) {
        return new IllegalStateException("The config property " + Settings.APP_LOGO + " " + what + ".");
    }
}
