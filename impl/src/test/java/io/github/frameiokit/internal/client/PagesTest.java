package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.model.Account;
import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.request.AccountQuery;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.testkit.Received;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a list continues from page to page. */
class PagesTest {

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    private List<String> requested() {
        return tested.fake.requests("projects.index").stream()
                .map(request -> request.query().getOrDefault("after", ""))
                .toList();
    }

    private Page<Account> goingOn(String links) {
        frameio.accounts().index();
        JsonObject example = tested.fake.answered("accounts.index").orElseThrow();
        tested.answer(
                "accounts.index",
                200,
                "{\"data\": " + example.get("data") + (links.isEmpty() ? "" : ", \"links\": " + links) + "}");
        return frameio.accounts().index();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"next\": null}", "{\"next\": \"\"}", "{\"next\": \" \"}"})
    void endWhereNoPageFollows(String links) {
        assertEquals(1, goingOn(links).stream().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next\": {\"href\": \"/v4/accounts?after=x\"}}",
                "{\"next\": 2}",
                "{\"next\": true}",
                "{\"next\": \"/v4/accounts\"}",
                "{\"next\": \"/v4/accounts?page=2&hereafter=x\"}",
                "{\"next\": \"/v4/accounts?after=\"}",
                "{\"next\": \"/v4/accounts?after=&page_size=5\"}",
                "{\"next\": \"/v4/accounts?after=%20\"}",
                "{\"next\": \"/v4/accounts?after=%zz\"}",
                "\"/v4/accounts?after=x\"",
                "[]"
            })
    void failWhereTheNextPageHasNoUsableCursor(String links) {
        Page<Account> page = goingOn(links);
        List<String> read = new ArrayList<>();
        FrameioApiException.Unreadable failure = assertThrows(
                FrameioApiException.Unreadable.class, () -> page.forEach(account -> read.add(account.id())));
        assertEquals(1, read.size(), "what was read is given first");
        assertTrue(failure.getMessage().startsWith("GET /v4/accounts was answered 200: "), failure.getMessage());
        assertTrue(failure.getMessage().contains("links"), failure.getMessage());
        assertThrows(FrameioApiException.Unreadable.class, page::cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v4/accounts?after=2%2F%2B%3D%26",
                "/v4/accounts?page_size=1&after=2/%2B=%26#top",
                "https://elsewhere.example/v4/accounts?after=2%2F%2B%3D%26",
                "//elsewhere.example/?after=2%2F%2B%3D%26",
                "?after=2/%2B=%26"
            })
    void useOnlyTheCursorOfALink(String next) {
        tested.fake.pages(2);
        Page<Account> page = goingOn("{\"next\": \"" + next + "\"}");
        assertEquals(2, page.stream().count());
        List<Received> requests = tested.fake.requests("accounts.index");
        assertEquals("2/+=&", requests.get(requests.size() - 1).query().get("after"));
    }

    @Test
    void thatLeadToThemselvesFail() {
        frameio.accounts().index();
        JsonObject example = tested.fake.answered("accounts.index").orElseThrow();
        tested.answer(
                "accounts.index",
                200,
                "{\"data\": " + example.get("data") + ", \"links\": {\"next\": \"/v4/accounts?after=x\"}}");
        Page<Account> page = frameio.accounts().index(new AccountQuery().after("x"));
        assertEquals(1, page.items().size());
        assertThrows(FrameioApiException.Unreadable.class, page::next);
        assertEquals(2, tested.fake.requests("accounts.index").size());
    }

    @Test
    void areFetchedWhenTheyAreNeeded() {
        tested.fake.pages(3);
        Page<Project> page = frameio.projects().index("a", "w", new ProjectQuery().pageSize(1));
        assertEquals(1, page.stream().limit(1).count());
        assertEquals(List.of(""), requested());
        assertEquals(3, page.stream().count());
        assertEquals(List.of("", "2/+=&", "3/+=&"), requested());
        tested.fake
                .requests("projects.index")
                .forEach(request -> assertEquals("1", request.query().get("page_size")));
    }

    @Test
    void canBeFetchedOneByOne() {
        tested.fake.pages(2);
        Page<Project> first = frameio.projects().index("a", "w", new ProjectQuery().includeTotalCount());
        assertEquals(Optional.of(2L), first.totalCount());
        Page<Project> second = first.next().orElseThrow();
        assertEquals(Optional.empty(), second.next());
        assertEquals(
                second.cursor(),
                frameio.projects()
                        .index("a", "w", new ProjectQuery().after(first.cursor().orElseThrow()))
                        .cursor());
    }

    @Test
    void ofASearchContinueWithTheSameWords() {
        tested.fake.pages(2);
        Page<SearchResult> found = frameio.search().search("a", SearchRequest.of("x", SearchRequest.Engine.LEXICAL));
        assertEquals(8, found.stream().count());
        assertEquals(2, tested.fake.requests("search.search").size());
    }
}
