package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.internal.Texts;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInFailureTest {

    private final Texts texts = Texts.of(new SmallRyeConfigBuilder().build());

    @ParameterizedTest
    @EnumSource
    void everyReasonHasTextsForItsPage(SignInFailure.Reason reason) {
        assertFalse(reason.title(texts).isBlank());
        assertFalse(reason.description(texts).isBlank());
    }

    @Test
    void inALogAReasonIsTheSameInEveryLanguage() {
        assertEquals("other-browser", SignInFailure.Reason.OTHER_BROWSER.toString());
    }
}
