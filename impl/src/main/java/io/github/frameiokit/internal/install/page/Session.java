package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.oauth.Visitor;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * The visit of somebody who has signed in to the install page.
 *
 * @param visitor who it is
 * @param until when it ends
 * @param form what the next form has to bring along; it is good for one form
 * @param report what the last form did
 */
record Session(Visitor visitor, Instant until, String form, Optional<Report> report) {

    static Session of(Visitor visitor, Instant until) {
        return new Session(visitor, until, RandomToken.create(), Optional.empty());
    }

    /** Whether a form was made for this session and not sent yet. */
    boolean expects(String sent) {
        return RandomToken.same(form, sent);
    }

    /** This session after a form. */
    Session next() {
        return new Session(visitor, until, RandomToken.create(), Optional.empty());
    }

    Session with(Report done) {
        return new Session(visitor, until, form, Optional.of(done));
    }

    String write() {
        JsonObjectBuilder json = JsonText.builder()
                .add("token", visitor.token())
                .add("expires", visitor.expiresAt().getEpochSecond())
                .add("name", visitor.name())
                .add("email", visitor.email())
                .add("until", until.getEpochSecond())
                .add("form", form);
        report.ifPresent(it -> json.add("report", it.json()));
        return json.build().toString();
    }

    static Session read(String text) {
        JsonObject json = JsonText.object(text);
        return new Session(
                new Visitor(
                        json.getString("token"),
                        Instant.ofEpochSecond(json.getJsonNumber("expires").longValue()),
                        json.getString("name"),
                        json.getString("email")),
                Instant.ofEpochSecond(json.getJsonNumber("until").longValue()),
                json.getString("form"),
                Optional.ofNullable(json.getJsonObject("report")).map(Report::of));
    }

    /** Without tokens and personal data. */
    @Override
    public String toString() {
        return "Session";
    }
}
