package io.github.frameiokit.it.app;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.CommentUpdate;
import io.github.frameiokit.client.request.Include;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** One call of each kind inside the server; each answers with its result. */
@Path("client")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ClientResource {

    public static final String USER_TOKEN = "a-token-of-a-user";

    public static final String ACCOUNT = "6f70f1bd-7e89-4a7e-b4d3-7e576585a181";
    public static final String ID = "d3075547-4e64-45f0-ad12-d075660eddd2";
    /** The size of an upload, in bytes from a generator with {@link #UPLOAD_SEED}. */
    public static final int UPLOAD_SIZE = 50 * 1024 * 1024;

    public static final int UPLOAD_SEED = 7;

    @Inject
    private FrameioClient frameio;

    @Inject
    private WaitlessClock clock;

    public static byte[] uploaded() {
        byte[] bytes = new byte[UPLOAD_SIZE];
        new Random(UPLOAD_SEED).nextBytes(bytes);
        return bytes;
    }

    @GET
    @Path("path")
    public String path() {
        File file = frameio.files().show(ACCOUNT, "adobe:a/b c");
        return file.status() + " " + file.fileSize() + " " + file.createdAt() + " "
                + file.metadata().size();
    }

    @GET
    @Path("query")
    public String query() {
        Page<Comment> page = frameio.comments()
                .index(
                        ACCOUNT,
                        ID,
                        new CommentQuery()
                                .include(Include.OWNER, Include.REPLIES)
                                .sort(CommentQuery.Sort.CREATED_AT_DESC)
                                .timestampAsTimecode(true)
                                .pageSize(10)
                                .includeTotalCount());
        return page.items().size() + " of " + page.totalCount().orElseThrow();
    }

    @GET
    @Path("paged")
    public String paged() {
        return Long.toString(frameio.projects().indexByAccount(ACCOUNT).stream()
                .map(project -> project.id())
                .distinct()
                .count());
    }

    @GET
    @Path("body")
    public String body() {
        return frameio.comments()
                .create(ACCOUNT, ID, CommentDraft.of("Très bien ☕").timestamp(Timestamp.ofFrame(120)))
                .fileId();
    }

    @GET
    @Path("patch")
    public String patch() {
        return frameio.comments()
                .update(ACCOUNT, ID, new CommentUpdate().completed(true))
                .fileId();
    }

    @GET
    @Path("polymorphic")
    public String polymorphic() {
        return frameio.folders().index(ACCOUNT, ID).stream()
                .map(asset -> asset.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    @GET
    @Path("nothing")
    public String nothing() {
        frameio.comments().delete(ACCOUNT, ID);
        return "done";
    }

    @GET
    @Path("error")
    public String error() {
        try {
            return frameio.users().show().toString();
        } catch (FrameioApiException.NotFound e) {
            return e.getMessage() + ", " + e.errors().get(0).detail();
        }
    }

    @GET
    @Path("experimental")
    public String experimental() {
        return frameio.experimental().users().show().email();
    }

    @GET
    @Path("audit")
    public String audit() {
        return frameio.accounts().auditLogs(ACCOUNT).items().get(0).ipAddress();
    }

    @GET
    @Path("as")
    public String asUser() {
        return frameio.as(USER_TOKEN).users().show().email();
    }

    @GET
    @Path("rate")
    public String rate() {
        return frameio.users().show().email() + " after " + clock.slept();
    }

    @GET
    @Path("upload")
    public String upload() throws IOException {
        java.nio.file.Path source = Files.createTempFile("upload", ".mov");
        try {
            Files.write(source, uploaded());
            long[] sent = new long[1];
            File file = frameio.upload(ACCOUNT, ID, Upload.of(source).onProgress((bytes, total) -> sent[0] = bytes));
            return file.id() + " " + sent[0];
        } finally {
            Files.delete(source);
        }
    }

    @GET
    @Path("stream")
    public String stream() {
        return frameio.upload(ACCOUNT, ID, Upload.of(new ByteArrayInputStream(uploaded()), "s.mov", UPLOAD_SIZE))
                .id();
    }

    @GET
    @Path("download")
    public String download() throws IOException {
        java.nio.file.Path folder = Files.createTempDirectory("download");
        java.nio.file.Path target = folder.resolve("d.mov");
        try {
            frameio.download(ACCOUNT, ID, Download.to(target).partSize(1024 * 1024));
            return Arrays.equals(uploaded(), Files.readAllBytes(target)) + " "
                    + Files.list(folder).count();
        } finally {
            for (java.nio.file.Path left : Files.list(folder).toList()) {
                Files.delete(left);
            }
            Files.delete(folder);
        }
    }

    @GET
    @Path("own")
    public String own() {
        return frameio.api(ProfileApi.class).email();
    }

    @GET
    @Path("own-bound")
    public String ownBound() {
        return frameio.api(ProfileApi.class).bound().data.email;
    }

    @GET
    @Path("own-as")
    public String ownAs() {
        return frameio.as(USER_TOKEN).api(ProfileApi.class).email() + ", "
                + frameio.experimental().api(ProfileApi.class).email();
    }

    @GET
    @Path("own-body")
    public String ownBody() {
        return frameio.api(ProfileApi.class)
                .create(ACCOUNT, data(group("Très bien ☕")))
                .getJsonObject("data")
                .getString("name");
    }

    @GET
    @Path("own-patch")
    public String ownPatch() {
        return frameio.api(ProfileApi.class)
                .update(ACCOUNT, ID, data(Json.createObjectBuilder().add("completed", true)))
                .getJsonObject("data")
                .getString("file_id");
    }

    @GET
    @Path("own-error")
    public String ownError() {
        return exception(() -> frameio.api(ProfileApi.class).file(ACCOUNT, ID));
    }

    @GET
    @Path("own-unbound")
    public String ownUnbound() {
        return exception(() -> frameio.api(ProfileApi.class).bound());
    }

    @GET
    @Path("http")
    public String http() {
        return frameio.http()
                .path("/v4/me")
                .request(MediaType.APPLICATION_JSON)
                .get(JsonObject.class)
                .getJsonObject("data")
                .getString("email");
    }

    @GET
    @Path("http-post")
    public String httpPost() {
        return Integer.toString(frameio.experimental()
                .http()
                .path("/v4/accounts/{id}/groups")
                .resolveTemplate("id", ACCOUNT)
                .request(MediaType.APPLICATION_JSON)
                .post(Entity.json(data(group("Editors"))))
                .getStatus());
    }

    private static JsonObject data(JsonObjectBuilder data) {
        return Json.createObjectBuilder().add("data", data).build();
    }

    private static JsonObjectBuilder group(String name) {
        return Json.createObjectBuilder().add("name", name).add("emoji", "x");
    }

    private static String exception(Runnable call) {
        try {
            call.run();
            return "none";
        } catch (FrameioApiException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage()
                    + e.errors().stream().map(it -> ", " + it.detail()).collect(Collectors.joining());
        }
    }
}
