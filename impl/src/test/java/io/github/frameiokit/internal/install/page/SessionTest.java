package io.github.frameiokit.internal.install.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.oauth.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant LATER = Instant.ofEpochSecond(2_000_000_000);
    private static final Session SESSION =
            Session.of(new Visitor("the-token", LATER.plusSeconds(60), "Ada", "ada@example.com"), LATER);

    @Test
    void sessionComesBackFromTheStoreAsItWas() {
        Report report = new Report(
                "1",
                Report.Deed.UNINSTALL,
                "an-account",
                "a-workspace",
                List.of(
                        new Report.Item(
                                Registration.Kind.WEBHOOK, "Hook", PlannedChange.Change.REMOVE, Optional.empty()),
                        new Report.Item(
                                Registration.Kind.ACTION, "Act", PlannedChange.Change.REMOVE, Optional.of("Failed."))));
        for (Session session : List.of(SESSION, SESSION.with(report))) {
            assertEquals(session, Session.read(session.write()));
        }
        assertFalse(report.isComplete());
        assertTrue(report.isAbout(new Place("an-account", "a-workspace", "Any")));
        assertFalse(report.isAbout(new Place("an-account", "another", "Any")));
    }

    @Test
    void formIsForOneUse() {
        assertTrue(SESSION.expects(SESSION.form()));
        assertFalse(SESSION.next().expects(SESSION.form()));
        assertFalse(SESSION.expects(""));
    }

    @Test
    void nothingOfThePersonIsInItsText() {
        assertEquals("Session", SESSION.toString());
        assertEquals("Visitor", SESSION.visitor().toString());
    }
}
