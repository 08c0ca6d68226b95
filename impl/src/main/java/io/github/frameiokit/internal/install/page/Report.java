package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a form did, for the page that the browser is sent to then.
 *
 * @param id names it in that page's address
 * @param deed what was asked for
 * @param accountId the account
 * @param workspaceId the workspace
 * @param items what became of each registration
 */
record Report(String id, Deed deed, String accountId, String workspaceId, List<Item> items) {

    /** What a form asks for. */
    enum Deed {
        INSTALL,
        UPDATE,
        UNINSTALL
    }

    /**
     * What became of a registration.
     *
     * @param kind its kind
     * @param name its name
     * @param change what was to happen
     * @param problem why it didn't
     */
    record Item(Registration.Kind kind, String name, PlannedChange.Change change, Optional<String> problem) {

        private JsonObject json() {
            JsonObjectBuilder json = JsonText.builder()
                    .add("kind", kind.name())
                    .add("name", name)
                    .add("change", change.name());
            problem.ifPresent(it -> json.add("problem", it));
            return json.build();
        }

        private static Item of(JsonObject json) {
            return new Item(
                    Registration.Kind.valueOf(json.getString("kind")),
                    json.getString("name"),
                    PlannedChange.Change.valueOf(json.getString("change")),
                    JsonText.text(json, "problem"));
        }
    }

    static Report of(String id, Deed deed, InstallationResult result) {
        return new Report(
                id,
                deed,
                result.plan().accountId(),
                result.plan().workspaceId(),
                result.outcomes().stream()
                        .map(outcome -> new Item(
                                outcome.change().kind(),
                                outcome.change().name(),
                                outcome.change().change(),
                                outcome.problem()))
                        .toList());
    }

    boolean isAbout(Place place) {
        return accountId.equals(place.accountId()) && workspaceId.equals(place.workspaceId());
    }

    boolean isComplete() {
        return items.stream().allMatch(item -> item.problem().isEmpty());
    }

    JsonObject json() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> array.add(item.json()));
        return JsonText.builder()
                .add("id", id)
                .add("deed", deed.name())
                .add("account", accountId)
                .add("workspace", workspaceId)
                .add("items", array)
                .build();
    }

    static Report of(JsonObject json) {
        return new Report(
                json.getString("id"),
                Deed.valueOf(json.getString("deed")),
                json.getString("account"),
                json.getString("workspace"),
                json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(Item::of)
                        .toList());
    }
}
