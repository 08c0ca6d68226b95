package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.World.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app writes through the API can be read back. Each answer has the form that Frame.io documents. */
class WorldTest extends WorldFixture {

    @Nested
    class Places {

        @Test
        void beginWithAnAccountAWorkspaceAndAProject() {
            assertEquals(
                    world.accountId(),
                    json("GET", "/v4/accounts")
                            .getJsonArray("data")
                            .getJsonObject(0)
                            .getString("id"));
            assertEquals(List.of("Post-production"), names(account + "/workspaces?include=creator"));
            assertEquals(List.of("Spring campaign"), names(workspace + "/projects?include=owner"));
            assertEquals(List.of("Spring campaign"), names(account + "/projects"));
        }

        @Test
        void canBeAddedChangedAndDeleted() {
            String added =
                    data("POST", account + "/workspaces", "{\"name\": \"New\"}").getString("id");
            data("PATCH", account + "/workspaces/" + added, "{\"name\": \"Newer\"}");
            assertEquals("Newer", data("GET", account + "/workspaces/" + added).getString("name"));
            JsonObject project = data("POST", account + "/workspaces/" + added + "/projects", "{\"name\": \"A film\"}");
            assertEquals(
                    "A film",
                    data("GET", account + "/folders/" + project.getString("root_folder_id"))
                            .getString("name"));
            assertEquals(204, call("DELETE", account + "/workspaces/" + added).statusCode());
            assertEquals(
                    404,
                    call("GET", account + "/projects/" + project.getString("id"))
                            .statusCode());
        }

        @Test
        void showWhoCalls() {
            assertEquals(
                    FakeIms.SERVICE_ACCOUNT.frameioId(), data("GET", "/v4/me").getString("id"));
            assertEquals(3, json("GET", account + "/users").getJsonArray("data").size());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v4/accounts/another/workspaces",
                    "/v4/accounts/another/groups",
                    "{account}/files/another",
                    "{account}/folders/another/children",
                    "{account}/files/{folder}"
                })
        void thatDoNotExistAreNotFound(String path) {
            String filled = path.replace("{account}", account).replace("{folder}", world.folderId());
            assertEquals(404, call("GET", filled).statusCode());
        }

        @Test
        void theWorldHasNoAnswerForGetExamples() {
            assertTrue(json("GET", account + "/groups").getJsonArray("data").size() > 0);
        }
    }

    @Nested
    class Lists {

        @Test
        void haveAKindOfAssetOrAll() {
            assertEquals(List.of("Script.pdf", "Trailer.mov"), names(folder + "/files"));
            assertEquals(List.of("Dailies"), names(folder + "/folders?include=creator,project,metadata"));
            assertEquals(List.of("Teaser_v2.mov"), names(folder + "/version_stacks"));
            assertEquals(List.of("Dailies", "Script.pdf", "Trailer.mov", "Teaser_v2.mov"), names(folder + "/children"));
            assertEquals(List.of("Script.pdf", "Trailer.mov"), names(folder + "/children?type=file"));
        }

        @Test
        void haveTheVersionsOfAStackWithTheNewestAtTheEnd() {
            String stack = id("Teaser_v2.mov");
            String of = world.all(Kind.VERSION_STACK).get(0).getString("id");
            assertEquals(
                    List.of("Teaser_v1.mov", "Teaser_v2.mov"), names(account + "/version_stacks/" + of + "/children"));
            assertEquals(
                    stack,
                    data("GET", account + "/version_stacks/" + of + "?include=media_links.original")
                            .getJsonObject("head_version")
                            .getString("id"));
        }

        @Test
        void areSorted() {
            assertEquals(
                    List.of("Trailer.mov", "Teaser_v2.mov", "Script.pdf", "Dailies"),
                    names(folder + "/children?sort=name_desc"));
            assertEquals(List.of("Script.pdf", "Trailer.mov"), names(folder + "/files?sort=file_size_asc"));
        }

        @Test
        void haveAllItemsOnTheirPages() {
            String path = folder + "/children?page_size=3&include_total_count=true&sort=name_asc";
            JsonObject first = json("GET", path);
            assertEquals(3, first.getJsonArray("data").size());
            assertEquals(4, first.getInt("total_count"));
            String next = first.getJsonObject("links").getString("next");
            JsonObject second = json("GET", next);
            assertEquals(
                    "Trailer.mov", second.getJsonArray("data").getJsonObject(0).getString("name"));
            assertEquals(JsonValue.NULL, second.getJsonObject("links").get("next"));
        }

        @Test
        void rejectAnInventedCursor() {
            assertEquals(422, call("GET", folder + "/children?after=second").statusCode());
        }
    }

    @Nested
    class Comments {

        @Test
        void areKept() {
            String comment = data(
                            "POST",
                            file("Trailer.mov") + "/comments",
                            "{\"text\": \"See it here\", \"timestamp\": 50, \"links\":"
                                    + " [{\"start_index\": 7, \"end_index\": 11, \"url\": \"https://example.com\"}]}")
                    .getString("id");
            JsonObject kept = data("GET", account + "/comments/" + comment + "?include=owner,replies");
            assertEquals("See it here", kept.getString("text"));
            assertEquals("here", kept.getJsonArray("links").getJsonObject(0).getString("text"));
            assertEquals(
                    FakeIms.SERVICE_ACCOUNT.name(), kept.getJsonObject("owner").getString("name"));
            assertEquals(
                    2,
                    json("GET", file("Trailer.mov") + "/comments?sort=owner_asc&include=owner")
                            .getJsonArray("data")
                            .size());
            assertEquals(2, world.comments(id("Trailer.mov")).size());
        }

        @Test
        void haveTheirPlaceAsFrameAndAsTimecode() {
            String comment = account + "/comments/"
                    + data(
                                    "POST",
                                    file("Trailer.mov") + "/comments",
                                    "{\"text\": \"x\", \"timestamp\": \"00:01:00:12\"}")
                            .getString("id");
            assertEquals(1452, data("GET", comment).getInt("timestamp"));
            assertEquals(
                    "00:01:00:12",
                    data("GET", comment + "?timestamp_as_timecode=true").getString("timestamp"));
        }

        @Test
        void areCompletedChangedAndDeleted() {
            String comment = account + "/comments/"
                    + data("POST", file("Trailer.mov") + "/comments", "{\"text\": \"x\"}")
                            .getString("id");
            JsonObject completed = data("PATCH", comment, "{\"completed\": true, \"text\": \"y\"}");
            assertEquals(FakeIms.SERVICE_ACCOUNT.frameioId(), completed.getString("completer_id"));
            assertEquals("y", completed.getString("text"));
            assertEquals(
                    JsonValue.NULL,
                    data("PATCH", comment, "{\"completed\": false}").get("completed_at"));
            assertEquals(204, call("DELETE", comment).statusCode());
            assertEquals(404, call("GET", comment).statusCode());
        }

        @Test
        void haveAttachments() {
            String comment = account + "/comments/"
                    + data("POST", file("Trailer.mov") + "/comments", "{\"text\": \"x\"}")
                            .getString("id");
            JsonObject attachment = data(
                    "POST",
                    comment + "/attachments",
                    "{\"name\": \"a.txt\", \"file_size\": 1, \"media_type\": \"text/plain\"}");
            assertEquals(1, attachment.getJsonArray("upload_urls").size());
            assertEquals(1, data("GET", comment).getJsonArray("attachments").size());
            String one = comment + "/attachments/" + attachment.getString("id");
            assertEquals(204, call("DELETE", one).statusCode());
            assertEquals(404, call("DELETE", one).statusCode());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"text\": \"x\", \"timestamp\": \"soon\"}",
                    "{\"text\": \"x\", \"links\": [{\"start_index\": 0, \"end_index\": 2, \"url\": \"u\"}]}",
                    "{\"text\": \"x\", \"color\": \"red\"}"
                })
        void thatAreNotAsDocumentedAreRejected(String data) {
            assertEquals(
                    422, call("POST", file("Trailer.mov") + "/comments", data).statusCode());
        }
    }

    @Nested
    class Files {

        @Test
        void areUploadedInPartsAndDownloaded() throws Exception {
            fakes.frameio().partSize(3);
            JsonObject file =
                    data("POST", folder + "/files/local_upload", "{\"name\": \"notes.txt\", \"file_size\": 4}");
            String path = account + "/files/" + file.getString("id");
            assertEquals("created", data("GET", path).getString("status"));
            assertFalse(data("GET", path + "/status").getBoolean("upload_complete"));
            List<JsonObject> parts = file.getJsonArray("upload_urls").getValuesAs(JsonObject.class);
            put(parts.get(0).getString("url"), "abc", file.getString("media_type"));
            put(parts.get(1).getString("url"), "d", file.getString("media_type"));
            world.settle(PATIENCE);
            assertEquals("transcoded", data("GET", path).getString("status"));
            assertTrue(data("GET", path + "/status").getBoolean("upload_complete"));
            String link = data("GET", path + "?include=media_links.original,media_links.thumbnail,creator,project")
                    .getJsonObject("media_links")
                    .getJsonObject("original")
                    .getString("download_url");
            assertEquals(
                    "abcd", App.send(HttpRequest.newBuilder(URI.create(link))).body());
        }

        private void put(String url, String body, String type) {
            HttpResponse<String> answer = App.send(HttpRequest.newBuilder(URI.create(url))
                    .header("x-amz-acl", "private")
                    .header("Content-Type", type)
                    .PUT(HttpRequest.BodyPublishers.ofString(body)));
            assertEquals(200, answer.statusCode());
        }

        @Test
        void haveNoLinksUnlessAsked() {
            assertFalse(data("GET", file("Trailer.mov")).containsKey("media_links"));
        }

        @Test
        void canBeFetchedByFrameio() {
            String body = "{\"name\": \"a.mov\", \"source_url\": \"https://example.com/a.mov\"}";
            JsonObject answer = json("POST", folder + "/files/remote_upload", body);
            world.settle(PATIENCE);
            assertTrue(data("GET", answer.getJsonObject("links").getString("status"))
                    .getBoolean("upload_complete"));
        }

        @Test
        void areRenamedMovedCopiedAndDeleted() {
            String script = id("Script.pdf");
            data("PATCH", account + "/files/" + script, "{\"name\": \"Script_2.pdf\"}");
            data("PATCH", account + "/files/" + script + "/move", "{\"parent_id\": \"" + id("Dailies") + "\"}");
            assertEquals(
                    List.of("A001_C001.mov", "A001_C002.mov", "Script_2.pdf"),
                    names(account + "/folders/" + id("Dailies") + "/files"));
            String copy = data(
                            "POST",
                            account + "/files/" + script + "/copy",
                            "{\"parent_id\": \"" + world.folderId() + "\"}")
                    .getString("id");
            assertArrayEquals(
                    fakes.frameio().content(script).orElseThrow(),
                    fakes.frameio().content(copy).orElseThrow());
            assertEquals(204, call("DELETE", account + "/files/" + script).statusCode());
            assertEquals(Optional.empty(), world.find(script));
            assertTrue(world.find(copy).isPresent());
        }

        @Test
        void areCopiedWithTheirCommentsIfAsked() {
            String without = data("POST", file("Trailer.mov") + "/copy").getString("id");
            assertEquals(0, world.comments(without).size());
            String with = data("POST", account + "/files/" + id("Trailer.mov") + "/copy?copy_comments=all")
                    .getString("id");
            assertEquals(1, world.comments(with).size());
        }

        @Test
        void areMovedAndCopiedTogether() {
            String ids = "\"" + id("Script.pdf") + "\", \"" + id("Trailer.mov") + "\"";
            String body = "{\"file_ids\": [" + ids + "], \"parent_id\": \"" + id("Dailies") + "\"}";
            assertEquals(
                    2,
                    json("POST", account + "/files/copy", body)
                            .getJsonArray("data")
                            .size());
            assertEquals(
                    2,
                    json("PATCH", account + "/files/move", body)
                            .getJsonArray("data")
                            .size());
            assertEquals(List.of(), names(folder + "/files"));
            assertEquals(
                    6, names(account + "/folders/" + id("Dailies") + "/files").size());
        }

        @Test
        void areStacked() {
            String ids = "{\"file_ids\": [\"" + id("Script.pdf") + "\", \"" + id("Trailer.mov") + "\"]}";
            JsonObject stack = data("POST", folder + "/version_stacks", ids);
            assertEquals("Trailer.mov", stack.getJsonObject("head_version").getString("name"));
            data("PATCH", file("A001_C001.mov") + "/move", "{\"parent_id\": \"" + stack.getString("id") + "\"}");
            assertEquals(
                    "A001_C001.mov",
                    data("GET", account + "/version_stacks/" + stack.getString("id"))
                            .getJsonObject("head_version")
                            .getString("name"));
        }
    }

    @Nested
    class Folders {

        @Test
        void areAddedAndCopiedWithWhatIsInThem() {
            String added =
                    data("POST", folder + "/folders", "{\"name\": \"Archive\"}").getString("id");
            String copy = data(
                            "POST",
                            account + "/folders/" + id("Dailies") + "/copy",
                            "{\"parent_id\": \"" + added + "\"}")
                    .getString("id");
            assertEquals(List.of("A001_C001.mov", "A001_C002.mov"), names(account + "/folders/" + copy + "/files"));
        }

        @Test
        void areDeletedWithWhatIsInThem() {
            String clip = id("A001_C001.mov");
            assertEquals(
                    204, call("DELETE", account + "/folders/" + id("Dailies")).statusCode());
            assertEquals(Optional.empty(), world.find(clip));
        }

        @Test
        void areNotMovedIntoThemselves() {
            String added = data("POST", account + "/folders/" + id("Dailies") + "/folders", "{\"name\": \"Inner\"}")
                    .getString("id");
            assertEquals(
                    422,
                    call("PATCH", account + "/folders/" + id("Dailies") + "/move", "{\"parent_id\": \"" + added + "\"}")
                            .statusCode());
        }

        @Test
        void ofAProjectAreNotDeleted() {
            assertEquals(403, call("DELETE", folder).statusCode());
        }
    }

    @Nested
    class WebhooksAndActions {

        @Test
        void showTheirSecretOnlyOnce() {
            JsonObject webhook = data(
                    "POST",
                    workspace + "/webhooks",
                    "{\"name\": \"w\", \"url\": \"https://example.com\", \"events\": [\"file.ready\"]}");
            String path = account + "/webhooks/" + webhook.getString("id");
            assertTrue(webhook.getString("secret").length() >= 8);
            assertFalse(data("GET", path + "?include=creator").containsKey("secret"));
            assertFalse(data("PATCH", path, "{\"active\": false}").containsKey("secret"));
            assertFalse(json("GET", workspace + "/webhooks").toString().contains(webhook.getString("secret")));
            assertFalse(world.find(webhook.getString("id")).orElseThrow().containsKey("secret"));
            assertEquals(204, call("DELETE", path).statusCode());
            assertEquals(List.of(), names(workspace + "/webhooks"));
        }

        @Test
        void haveFrameiosDefaults() {
            JsonObject action = data(
                    "POST",
                    workspace + "/actions",
                    "{\"name\": \"a\", \"description\": \"d\", \"event\": \"e\", \"url\": \"https://example.com\"}");
            assertTrue(action.getBoolean("multi_asset"));
            String path = account + "/actions/" + action.getString("id");
            assertEquals(9, data("PATCH", path, "{\"timeout\": 9}").getInt("timeout"));
            assertEquals(9, data("GET", path + "?include=creator").getInt("timeout"));
            assertEquals(List.of("a"), names(workspace + "/actions"));
            assertEquals(204, call("DELETE", path).statusCode());
        }
    }

    @Test
    void aUserOfTheIdentityServiceIsOneOfTheWorld() {
        FakeIms.User user = fakes.ims()
                .user(new FakeIms.User("m@adobe", "7a0d7c1e-0000-4000-8000-000000000001", "Mary", "mary@example.com"));
        fakes.ims().signIn("mary");
        App browser = new App(fakes.ims());
        String userToken =
                App.json(browser.exchanges(browser.code("code_challenge", ""))).getString("access_token");
        HttpResponse<String> me =
                App.send(HttpRequest.newBuilder(URI.create(fakes.frameio().url() + "/v4/me"))
                        .header("Authorization", "Bearer " + userToken));
        assertEquals("Mary", read(me.body()).getJsonObject("data").getString("name"));
        assertTrue(world.find(user.frameioId()).isPresent());
    }

    @Test
    void aUserOfTheWorldCanSignIn() {
        fakes.ims().signIn("grace");
        assertTrue(new App(fakes.ims()).code().length() > 0);
    }

    @Test
    void whatDoesNotExistCanNotBeUsed() {
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> world.comment("f", "x", FakeIms.ADA));
        assertThrows(IllegalArgumentException.class, () -> world.upload("f", "x", bytes, FakeIms.ADA));
        assertThrows(IllegalArgumentException.class, () -> world.timeScale(-1));
        assertThrows(IllegalArgumentException.class, () -> world.timeScale(Double.NaN));
    }
}
