package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts and windows, with cookies of its own. */
public final class Visit {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CookieManager cookies = new CookieManager();
    private final Map<URI, URL> sites;

    /** A browser that reaches all addresses directly. */
    public Visit() {
        sites = Map.of();
    }

    /** A browser that reaches an app at an https address, whose proxy passes its requests on without encryption. */
    public Visit(URI site, URL app) {
        sites = Map.of(site, app);
    }

    /**
     * What a browser shows.
     *
     * @param at its address, after all redirects
     * @param status the status
     * @param html the page
     * @param answer the last answer
     */
    public record Shown(URI at, int status, String html, HttpResponse<String> answer) {

        /** The heading. */
        public String heading() {
            Matcher heading = Pattern.compile("<h1>(.*?)</h1>").matcher(html);
            return heading.find() ? heading.group(1).replace("&amp;", "&") : html;
        }

        /** The value of a hidden field of the page. */
        public String hidden(String name) {
            Matcher value = Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]+)\">")
                    .matcher(html);
            if (!value.find()) {
                throw new AssertionError("No field " + name + " in " + html);
            }
            return value.group(1);
        }
    }

    /** Opens a page, and goes where it leads. */
    public Shown open(URI page) {
        return follow(page, answer(page));
    }

    /** Opens a page; redirects aren't followed. */
    public HttpResponse<String> answer(URI page) {
        return send(page, HttpRequest.newBuilder().GET());
    }

    /** Sends a form as the site of an address does, and goes where the answer leads. */
    public Shown send(URI to, URI from, Map<String, String> fields) {
        return follow(to, answer(to, from, fields));
    }

    /** Sends a form as the site of an address does; redirects aren't followed. */
    public HttpResponse<String> answer(URI to, URI from, Map<String, String> fields) {
        return send(
                to,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", from.getScheme() + "://" + from.getRawAuthority())
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Shown follow(URI first, HttpResponse<String> firstAnswer) {
        URI at = first;
        HttpResponse<String> answer = firstAnswer;
        for (int i = 0; answer.statusCode() == 303 || answer.statusCode() == 302; i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("Too many redirects, the last one to " + Answers.location(answer));
            }
            at = at.resolve(Answers.location(answer));
            answer = answer(at);
        }
        return new Shown(at, answer.statusCode(), answer.body(), answer);
    }

    private HttpResponse<String> send(URI to, HttpRequest.Builder request) {
        request.uri(to);
        sites.forEach((site, app) -> {
            if (to.toString().startsWith(site.toString())) {
                request.uri(URI.create(app + site.relativize(to).toString()))
                        .header("X-Forwarded-Proto", site.getScheme())
                        .header("X-Forwarded-Host", site.getRawAuthority());
            }
        });
        try {
            List<String> known = cookies.get(to, Map.of()).getOrDefault("Cookie", List.of());
            if (!known.isEmpty()) {
                request.header("Cookie", String.join("; ", known));
            }
            HttpResponse<String> answer =
                    Secrets.in(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            cookies.put(to, answer.headers().map());
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + to, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
