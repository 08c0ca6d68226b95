package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.events.KitFields;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** The authorizations, as apps see them. */
@ApplicationScoped
public class DefaultUserAuthorizations implements UserAuthorizations {

    @Inject
    private Authorizations authorizations;

    @Inject
    private SignIn signIn;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    @Inject
    private CurrentRequest request;

    @Override
    public Optional<UserToken> find(FrameioEvent event) {
        return Subject.of(event).flatMap(this::find);
    }

    @Override
    public Optional<UserToken> find(String accountId, String userId) {
        return find(new Subject(accountId, userId));
    }

    private Optional<UserToken> find(Subject subject) {
        return authorizations.find(subject).map(found -> found.token(subject.userId()));
    }

    @Override
    public FrameioClient client(FrameioEvent event) {
        return client(Subject.of(event).orElseThrow(() -> Subject.missing(event)));
    }

    @Override
    public FrameioClient client(String accountId, String userId) {
        return client(new Subject(accountId, userId));
    }

    private FrameioClient client(Subject subject) {
        return clients.as(credentials(subject));
    }

    UserCredentials credentials(Subject subject) {
        return new UserCredentials(subject, authorizations, clients.clock());
    }

    @Override
    public URI signInUrl(ActionEvent event) {
        return signIn.url(event, SignInAddresses.of(config, request));
    }

    @Override
    public Form signInForm(ActionEvent event, String title) {
        return Form.titled(title)
                .description(config.texts().get("sign-in.form.description"))
                .field(LinkField.of(KitFields.SIGN_IN, config.texts().get("sign-in.form.link"), signInUrl(event)))
                .build();
    }

    @Override
    public void remove(FrameioEvent event) {
        Subject.of(event).ifPresent(authorizations::remove);
    }

    @Override
    public void remove(String accountId, String userId) {
        authorizations.remove(new Subject(accountId, userId));
    }
}
