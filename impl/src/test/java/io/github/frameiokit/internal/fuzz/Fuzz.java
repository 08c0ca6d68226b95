package io.github.frameiokit.internal.fuzz;

import io.github.frameiokit.internal.events.RequestFuzz;
import io.github.frameiokit.internal.http.FailureFuzz;
import io.github.frameiokit.internal.ims.TokenFuzz;
import io.github.frameiokit.internal.json.ResponseFuzz;
import io.github.frameiokit.internal.oauth.SignInFuzz;
import java.util.List;

/** What is fuzzed. Jazzer calls {@link #fuzzerTestOneInput}, and the first byte chooses. */
public enum Fuzz {
    REQUEST {
        @Override
        void run(Choices choices) {
            RequestFuzz.run(choices);
        }
    },
    FORM {
        @Override
        void run(Choices choices) {
            FormFuzz.run(choices);
        }
    },
    RESPONSE {
        @Override
        void run(Choices choices) {
            ResponseFuzz.run(choices);
        }
    },
    FAILURE {
        @Override
        void run(Choices choices) {
            FailureFuzz.run(choices);
        }
    },
    SIGN_IN {
        @Override
        void run(Choices choices) {
            SignInFuzz.run(choices);
        }
    },
    TOKEN {
        @Override
        void run(Choices choices) {
            TokenFuzz.run(choices);
        }
    };

    /** Fails on anything but what is documented. */
    abstract void run(Choices choices);

    /** The name is Jazzer's. */
    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        choices.one(List.of(values())).run(choices);
    }
}
