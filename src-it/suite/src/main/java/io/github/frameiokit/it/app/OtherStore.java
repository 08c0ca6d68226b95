package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;

/** A second token store of the app's own. */
@ApplicationScoped
public class OtherStore extends OwnStore {}
