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
 * The members of a request that decide which secrets may sign it. Where the app has a resolver, the kit reads them
 * twice: from the unverified text by streaming, so that a stranger's body costs no more than its length, and from the
 * JSON that is dispatched. The request is dispatched only if both are equal. A member that isn't a string counts as
 * absent.
 *
 * @param kind whether it is a webhook or an action; decided here only
 * @param type the event's type, or empty
 * @param flatAccountId the account as an action has it, or empty
 * @param nestedAccountId the account as a webhook has it, or empty
 * @param workspaceId the workspace, or empty
 * @param actionId the action, or empty
 * @param interactionId the run of the action, or empty
 */
record Envelope(
        Kind kind,
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
     * Reads text that isn't verified yet.
     *
     * @return the envelope; empty where the text isn't a JSON object with a type, has an id or type that is longer than
     *     any of Frame.io's, names two accounts, or is of a form that no sender needs and a parser may choke on
     */
    static Optional<Envelope> peek(JsonParserFactory parsers, String text, Handlers handlers) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            Reader reader = new Reader();
            boolean sane = parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT;
            while (sane && parser.hasNext()) {
                sane = reader.take(parser.next(), parser);
            }
            return sane ? Optional.of(reader.envelope(handlers)).filter(Envelope::isSane) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a verified body.
     *
     * @throws Rejection if it has no type or names two accounts, so that its secret can't be judged
     */
    static Envelope of(JsonObject json, Handlers handlers) {
        Envelope envelope = of(
                handlers,
                string(json, TYPE),
                string(json, FLAT_ACCOUNT),
                nestedId(json, ACCOUNT),
                nestedId(json, WORKSPACE),
                string(json, ACTION_ID),
                string(json, INTERACTION_ID));
        if (envelope.type.isBlank()) {
            throw Rejection.badRequest("The payload has no 'type'.");
        }
        if (!envelope.namesOneAccount()) {
            throw Rejection.badRequest("The payload's 'account_id' and 'account' are different accounts.");
        }
        return envelope;
    }

    /**
     * A webhook may also have a flat account; a flat account without a nested one marks an action. If an action has
     * none of its ids, the app's handlers decide.
     */
    private static Envelope of(
            Handlers handlers,
            String type,
            String flatAccountId,
            String nestedAccountId,
            String workspaceId,
            String actionId,
            String interactionId) {
        boolean hasActionsId = !actionId.isEmpty()
                || !interactionId.isEmpty()
                || !flatAccountId.isEmpty() && nestedAccountId.isEmpty();
        boolean action = hasActionsId || handlers.action(type).isPresent() && !handlers.handle(Kind.WEBHOOK, type);
        return new Envelope(
                action ? Kind.ACTION : Kind.WEBHOOK,
                type,
                flatAccountId,
                nestedAccountId,
                workspaceId,
                actionId,
                interactionId);
    }

    /** The account; empty if it names none. */
    String accountId() {
        return flatAccountId.isEmpty() ? nestedAccountId : flatAccountId;
    }

    /** The question for an app's resolver. */
    SigningSecretResolver.Request request() {
        var request = kind == Kind.ACTION
                ? SigningSecretResolver.Request.action(type)
                : SigningSecretResolver.Request.webhook(type);
        return request.withAccountId(accountId())
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
                && namesOneAccount();
    }

    private boolean namesOneAccount() {
        return flatAccountId.isEmpty() || nestedAccountId.isEmpty() || flatAccountId.equals(nestedAccountId);
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

    /** Follows the parser through the text and remembers its place and the members. */
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
                    // true, false and null are no ids
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
                        // other members may have any value
                    }
                }
            } else if (depth == 2 && nestedMember.equals("id")) {
                found.put(member + ID, parser.getString());
            }
        }

        private String found(String name) {
            return found.getOrDefault(name, "");
        }

        Envelope envelope(Handlers handlers) {
            return of(
                    handlers,
                    found(TYPE),
                    found(FLAT_ACCOUNT),
                    found(ACCOUNT + ID),
                    found(WORKSPACE + ID),
                    found(ACTION_ID),
                    found(INTERACTION_ID));
        }
    }
}
