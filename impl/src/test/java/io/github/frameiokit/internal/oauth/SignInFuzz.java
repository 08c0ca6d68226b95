package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.fuzz.Choices;
import io.github.frameiokit.internal.ims.Ims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any query and any cookies: only the state that the kit sealed opens, and only in the browser that has its cookie. */
public final class SignInFuzz {

    private static final String PURPOSE = "state";
    private static final String BROWSER = "a-browser";
    private static final Sealer SEALER = new Sealer(List.of(new byte[Sealer.KEY_BYTES]));
    private static final State STATE = new State("a-ticket", "a-random-id", Pkce.s256(BROWSER));
    private static final String SEALED = SEALER.seal(PURPOSE, STATE.write());
    private static final List<String> SEPARATORS = List.of(";", "; ", ",", " ", "=", "\"");

    private SignInFuzz() {}

    /** Reads the parameters and the cookies of a callback. */
    public static void run(Choices choices) {
        Optional<State> state = SEALER.open(PURPOSE, changed(choices, SEALED)).map(State::read);
        state.ifPresent(it -> assertEquals(STATE, it));
        List<String> headers = headers(choices);
        boolean sameBrowser = state.orElse(STATE).browser(Cookies.of(headers)).isPresent();
        assertTrue(!sameBrowser || headers.toString().contains(BROWSER), "a browser without the cookie");
        Ims.loggable(Optional.of(choices.text()))
                .ifPresent(code -> assertTrue(code.chars().noneMatch(Character::isISOControl), code));
    }

    private static List<String> headers(Choices choices) {
        List<String> headers = new ArrayList<>();
        for (int lines = choices.below(3); lines > 0; lines--) {
            StringBuilder header = new StringBuilder();
            for (int pairs = choices.below(4); pairs > 0; pairs--) {
                header.append(changed(choices, STATE.cookieName()))
                        .append(choices.yes() ? "=" : "")
                        .append(changed(choices, BROWSER))
                        .append(choices.one(SEPARATORS));
            }
            headers.add(header.toString());
        }
        return headers;
    }

    /** The text, its beginning with another end, one with another character, or another text. */
    private static String changed(Choices choices, String text) {
        return switch (choices.below(4)) {
            case 0 -> text;
            case 1 -> text.substring(0, choices.below(text.length())) + choices.text();
            case 2 -> {
                int at = choices.below(text.length());
                yield text.substring(0, at) + (char) choices.below(128) + text.substring(at + 1);
            }
            default -> choices.text();
        };
    }
}
