package io.github.frameiokit.internal.events;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Optional;

/**
 * What decides about a request's secret. Where the app has a resolver it is read twice: from the unverified text by
 * streaming, so that a stranger's body costs no more than its length; and from the JSON that is dispatched. Only if both
 * say the same is it dispatched.
 *
 * @param type the event's type, or empty
 * @param accountId the account, as an action has it or else as a webhook has it, or empty
 * @param workspaceId the workspace, or empty
 * @param action whether it has the ids of an action
 */
record Envelope(String type, String accountId, String workspaceId, boolean action) {

    private static final String ACTION_ID = "action_id";
    private static final String INTERACTION_ID = "interaction_id";
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    /**
     * Reads text that nobody vouches for.
     *
     * @return the envelope; empty where the text isn't a JSON object with a type, or is of a form no sender needs and a
     *     parser may choke on
     */
    static Optional<Envelope> peek(JsonParserFactory parsers, String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            Reader reader = new Reader();
            boolean sane = parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT;
            while (sane && parser.hasNext()) {
                sane = reader.take(parser.next(), parser);
            }
            return sane ? Optional.of(reader.envelope()).filter(Envelope::hasType) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static Envelope of(JsonObject json) {
        return of(
                string(json, "type"),
                string(json, "account_id"),
                nestedId(json, "account"),
                nestedId(json, "workspace"),
                !string(json, ACTION_ID).isEmpty()
                        || !string(json, INTERACTION_ID).isEmpty());
    }

    /** A flat account beside the nested one doesn't make an action of a webhook; without it, it does. */
    private static Envelope of(
            String type, String flatAccount, String nestedAccount, String workspace, boolean hasActionsId) {
        boolean onlyFlat = !flatAccount.isEmpty() && nestedAccount.isEmpty();
        return new Envelope(
                type, flatAccount.isEmpty() ? nestedAccount : flatAccount, workspace, hasActionsId || onlyFlat);
    }

    /** An action may come without any of its ids; then the app's handlers tell. */
    Kind kind(Handlers handlers) {
        return action || handlers.action(type).isPresent() && !handlers.handle(Kind.WEBHOOK, type)
                ? Kind.ACTION
                : Kind.WEBHOOK;
    }

    private boolean hasType() {
        return !type.isBlank();
    }

    private static String nestedId(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? string(object, "id") : "";
    }

    private static String string(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value instanceof JsonString string ? string.getString() : "";
    }

    /** Follows the parser through the text, remembering where it is and what matters. */
    private static final class Reader {

        private int depth = 1;
        private String member = "";
        private String nestedMember = "";
        private boolean holdsId;
        private String type = "";
        private String flatAccount = "";
        private String account = "";
        private String workspace = "";
        private boolean action;

        boolean take(JsonParser.Event event, JsonParser parser) {
            switch (event) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case KEY_NAME -> name(parser);
                case VALUE_STRING -> value(parser);
                case VALUE_NUMBER -> {
                    return parser.getString().length() <= LONGEST_NUMBER;
                }
                default -> {
                    // true, false and null are none of what is looked for
                }
            }
            return depth <= DEEPEST;
        }

        private void name(JsonParser parser) {
            if (depth == 1) {
                member = parser.getString();
                nestedMember = "";
                holdsId = member.equals("account") || member.equals("workspace");
            } else if (depth == 2 && holdsId) {
                nestedMember = parser.getString();
            }
        }

        private void value(JsonParser parser) {
            if (depth == 1) {
                if (member.equals("type")) {
                    type = parser.getString();
                } else if (member.equals("account_id")) {
                    flatAccount = parser.getString();
                } else if (member.equals(ACTION_ID) || member.equals(INTERACTION_ID)) {
                    action |= !parser.getString().isEmpty();
                }
            } else if (depth == 2 && nestedMember.equals("id")) {
                if (member.equals("account")) {
                    account = parser.getString();
                } else if (member.equals("workspace")) {
                    workspace = parser.getString();
                }
            }
        }

        Envelope envelope() {
            return of(type, flatAccount, account, workspace, action);
        }
    }
}
