package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What decides about a request's secret. Where the app has a resolver it is read twice: from the unverified text by
 * streaming, so that a stranger's body costs no more than its length; and from the JSON that is dispatched. Only if
 * both say the same is it dispatched. What isn't a string counts as absent, like everywhere.
 *
 * @param type the event's type, or empty
 * @param flatAccountId the account as an action has it, or empty
 * @param nestedAccountId the account as a webhook has it, or empty
 * @param workspaceId the workspace, or empty
 * @param actionId the action, or empty
 * @param interactionId the run of the action, or empty
 */
record Envelope(
        String type,
        String flatAccountId,
        String nestedAccountId,
        String workspaceId,
        String actionId,
        String interactionId) {

    private static final String TYPE = "type";
    private static final String FLAT_ACCOUNT = "account_id";
    private static final String ACCOUNT = "account";
    private static final String WORKSPACE = "workspace";
    private static final String ACTION_ID = "action_id";
    private static final String INTERACTION_ID = "interaction_id";
    private static final int LONGEST = 255;
    private static final int LONGEST_NUMBER = 64;

    /**
     * Reads text that nobody vouches for.
     *
     * @return the envelope; empty where the text isn't a JSON object with a type, has an id or type that is longer than
     *     any of Frame.io's, names two accounts, or is of a form no sender needs and a parser may choke on
     */
    static Optional<Envelope> peek(JsonParserFactory parsers, String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            Reader reader = new Reader();
            boolean sane = parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT;
            while (sane && parser.hasNext()) {
                sane = reader.take(parser.next(), parser);
            }
            return sane ? Optional.of(reader.envelope()).filter(Envelope::isSane) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static Envelope of(JsonObject json) {
        return new Envelope(
                string(json, TYPE),
                string(json, FLAT_ACCOUNT),
                nestedId(json, ACCOUNT),
                nestedId(json, WORKSPACE),
                string(json, ACTION_ID),
                string(json, INTERACTION_ID));
    }

    /**
     * A flat account beside the nested one doesn't make an action of a webhook; without it, it does. An action may come
     * without any of its ids; then the app's handlers tell.
     */
    Kind kind(Handlers handlers) {
        boolean hasActionsId = !actionId.isEmpty()
                || !interactionId.isEmpty()
                || !flatAccountId.isEmpty() && nestedAccountId.isEmpty();
        return hasActionsId || handlers.action(type).isPresent() && !handlers.handle(Kind.WEBHOOK, type)
                ? Kind.ACTION
                : Kind.WEBHOOK;
    }

    /** What an app's resolver is asked. */
    SigningSecretResolver.Request request(Handlers handlers) {
        var request = kind(handlers) == Kind.ACTION
                ? SigningSecretResolver.Request.action(type)
                : SigningSecretResolver.Request.webhook(type);
        return request.withAccountId(flatAccountId.isEmpty() ? nestedAccountId : flatAccountId)
                .withWorkspaceId(workspaceId)
                .withActionId(actionId)
                .withInteractionId(interactionId);
    }

    private boolean isSane() {
        return !type.isBlank()
                && isBounded(type)
                && isBounded(flatAccountId)
                && isBounded(nestedAccountId)
                && isBounded(workspaceId)
                && isBounded(actionId)
                && isBounded(interactionId)
                && (flatAccountId.isEmpty() || nestedAccountId.isEmpty() || flatAccountId.equals(nestedAccountId));
    }

    private static boolean isBounded(String text) {
        return text.length() <= LONGEST;
    }

    private static String nestedId(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? string(object, "id") : "";
    }

    private static String string(JsonObject json, String name) {
        return json.get(name) instanceof JsonString string ? string.getString() : "";
    }

    /** Follows the parser through the text, remembering where it is and what matters. */
    private static final class Reader {

        private static final String ID = ".id";

        private int depth = 1;
        private String member = "";
        private String nestedMember = "";
        private boolean holdsId;
        private final Map<String, String> found = new HashMap<>();

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
            return depth <= Body.DEEPEST;
        }

        private void name(JsonParser parser) {
            if (depth == 1) {
                member = parser.getString();
                nestedMember = "";
                holdsId = member.equals(ACCOUNT) || member.equals(WORKSPACE);
            } else if (depth == 2 && holdsId) {
                nestedMember = parser.getString();
            }
        }

        private void value(JsonParser parser) {
            if (depth == 1 && !holdsId) {
                switch (member) {
                    case TYPE, FLAT_ACCOUNT, ACTION_ID, INTERACTION_ID -> found.put(member, parser.getString());
                    default -> {
                        // all others are free
                    }
                }
            } else if (depth == 2 && nestedMember.equals("id")) {
                found.put(member + ID, parser.getString());
            }
        }

        private String found(String name) {
            return found.getOrDefault(name, "");
        }

        Envelope envelope() {
            return new Envelope(
                    found(TYPE),
                    found(FLAT_ACCOUNT),
                    found(ACCOUNT + ID),
                    found(WORKSPACE + ID),
                    found(ACTION_ID),
                    found(INTERACTION_ID));
        }
    }
}
