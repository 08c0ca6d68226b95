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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes one call of each shape inside the server, and tells what came of it. */
@Path("client")
@RequestScoped
public class ClientResource {

    public static final String USER_TOKEN = "a-token-of-a-user";

    public static final String ACCOUNT = "6f70f1bd-7e89-4a7e-b4d3-7e576585a181";
    public static final String ID = "d3075547-4e64-45f0-ad12-d075660eddd2";
    /** What the upload sends: as many bytes, from a generator with this seed. */
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
    @Path("{shape}")
    @Produces(MediaType.TEXT_PLAIN)
    public String call(@PathParam("shape") String shape) throws IOException {
        return switch (shape) {
            case "path" -> {
                File file = frameio.files().show(ACCOUNT, "adobe:a/b c");
                yield file.status() + " " + file.fileSize() + " " + file.createdAt() + " "
                        + file.metadata().size();
            }
            case "query" -> {
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
                yield page.items().size() + " of " + page.totalCount().orElseThrow();
            }
            case "paged" ->
                Long.toString(frameio.projects().indexByAccount(ACCOUNT).stream()
                        .map(project -> project.id())
                        .distinct()
                        .count());
            case "body" ->
                frameio.comments()
                        .create(ACCOUNT, ID, CommentDraft.of("Très bien ☕").timestamp(Timestamp.ofFrame(120)))
                        .fileId();
            case "patch" ->
                frameio.comments()
                        .update(ACCOUNT, ID, new CommentUpdate().completed(true))
                        .fileId();
            case "polymorphic" ->
                frameio.folders().index(ACCOUNT, ID).stream()
                        .map(asset -> asset.getClass().getSimpleName())
                        .collect(Collectors.joining(" "));
            case "nothing" -> {
                frameio.comments().delete(ACCOUNT, ID);
                yield "done";
            }
            case "error" -> {
                try {
                    yield frameio.users().show().toString();
                } catch (FrameioApiException.NotFound e) {
                    yield e.getMessage() + ", " + e.errors().get(0).detail();
                }
            }
            case "experimental" -> frameio.experimental().users().show().email();
            case "audit" -> frameio.accounts().auditLogs(ACCOUNT).items().get(0).ipAddress();
            case "as" -> frameio.as(USER_TOKEN).users().show().email();
            case "rate" -> frameio.users().show().email() + " after " + clock.slept();
            case "upload" -> upload();
            case "stream" ->
                frameio.upload(ACCOUNT, ID, Upload.of(new ByteArrayInputStream(uploaded()), "s.mov", UPLOAD_SIZE))
                        .id();
            case "download" -> download();
            case "own" -> frameio.api(ProfileApi.class).email();
            case "own-bound" -> frameio.api(ProfileApi.class).bound().data.email;
            case "own-as" ->
                frameio.as(USER_TOKEN).api(ProfileApi.class).email() + ", "
                        + frameio.experimental().api(ProfileApi.class).email();
            case "own-body" ->
                frameio.api(ProfileApi.class)
                        .create(
                                ACCOUNT,
                                Json.createObjectBuilder()
                                        .add(
                                                "data",
                                                Json.createObjectBuilder()
                                                        .add("name", "Très bien ☕")
                                                        .add("emoji", "x"))
                                        .build())
                        .getJsonObject("data")
                        .getString("name");
            case "own-patch" ->
                frameio.api(ProfileApi.class)
                        .update(
                                ACCOUNT,
                                ID,
                                Json.createObjectBuilder()
                                        .add("data", Json.createObjectBuilder().add("completed", true))
                                        .build())
                        .getJsonObject("data")
                        .getString("file_id");
            case "own-error" -> refusal(() -> frameio.api(ProfileApi.class).file(ACCOUNT, ID));
            case "own-unbound" -> refusal(() -> frameio.api(ProfileApi.class).bound());
            case "http" ->
                frameio.http()
                        .path("/v4/me")
                        .request(MediaType.APPLICATION_JSON)
                        .get(JsonObject.class)
                        .getJsonObject("data")
                        .getString("email");
            case "http-post" ->
                Integer.toString(frameio.experimental()
                        .http()
                        .path("/v4/accounts/{id}/groups")
                        .resolveTemplate("id", ACCOUNT)
                        .request(MediaType.APPLICATION_JSON)
                        .post(Entity.json(Json.createObjectBuilder()
                                .add(
                                        "data",
                                        Json.createObjectBuilder()
                                                .add("name", "Editors")
                                                .add("emoji", "x"))
                                .build()))
                        .getStatus());
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private static String refusal(Runnable call) {
        try {
            call.run();
            return "none";
        } catch (FrameioApiException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage()
                    + e.errors().stream().map(it -> ", " + it.detail()).collect(Collectors.joining());
        }
    }

    private String upload() throws IOException {
        java.nio.file.Path source = Files.createTempFile("upload", ".mov");
        try {
            Files.write(source, uploaded());
            long[] told = new long[1];
            File file = frameio.upload(ACCOUNT, ID, Upload.of(source).onProgress((bytes, total) -> told[0] = bytes));
            return file.id() + " " + told[0];
        } finally {
            Files.delete(source);
        }
    }

    private String download() throws IOException {
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
}
