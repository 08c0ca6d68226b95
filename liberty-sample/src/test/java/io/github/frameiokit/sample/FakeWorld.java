package io.github.frameiokit.sample;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.testkit.FakeIms;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
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

/** The fake Frame.io beside the sample: Ada uses its page, and a test reads its world through the API. */
final class FakeWorld implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*/frameio/oauth/login[^\"]*)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final URI page;
    private final StandaloneClient frameio;
    private final String account;
    private final Project project;

    FakeWorld(URI page, URI ims) {
        this.page = page;
        frameio = FrameioClient.builder()
                .clientCredentials(FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET)
                .apiUrl(page)
                .imsUrl(ims)
                .build();
        account = frameio.accounts().index().items().get(0).id();
        project = frameio.projects().indexByAccount(account).items().get(0);
    }

    /** The id of an asset in a folder. */
    String asset(String folder, String name) {
        return frameio.folders().index(account, folder).stream()
                .filter(asset -> asset.name().equals(name))
                .map(asset -> asset.id())
                .findFirst()
                .orElse("");
    }

    String rootFolder() {
        return project.rootFolderId();
    }

    /** The comments on a file, each with its author's address before it. */
    List<String> comments(String file) {
        CommentQuery query = new CommentQuery().include(Include.OWNER);
        return frameio.comments().index(account, file, query).stream()
                .map(FakeWorld::signed)
                .toList();
    }

    private static String signed(Comment comment) {
        return comment.owner().orElseThrow().email() + ": " + comment.text();
    }

    void comment(String file, String text) throws IOException, InterruptedException {
        post("/world/comments", Map.of("file", file, "text", text, "user", FakeIms.ADA.frameioId()));
    }

    /** Runs an action, and returns the page with what its user sees. */
    String run(String event, String asset) throws IOException, InterruptedException {
        String action = frameio.customActions().index(account, project.workspaceId()).stream()
                .filter(it -> it.event().equals(event))
                .findFirst()
                .orElseThrow()
                .id();
        return post("/world/run", Map.of("action", action, "asset." + asset, "on", "user", FakeIms.ADA.frameioId()));
    }

    /** Follows the link that an action has shown, signs in at the fake of Adobe, and returns the last page. */
    String signIn(String shown) throws IOException, InterruptedException {
        Matcher link = LINK.matcher(shown);
        if (!link.find()) {
            throw new IllegalStateException("There is no link to sign in: " + shown);
        }
        URI login = URI.create(link.group(1).replace("&amp;", "&"));
        HttpResponse<String> adobe =
                browser.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString());
        return post(adobe.uri(), Map.of("user", FakeIms.ADA.email()));
    }

    private String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(page.resolve(path), form);
    }

    private String post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        frameio.close();
    }
}
