package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.JMSDestinationDefinition;

/** A queue of the server's broker. */
@JMSDestinationDefinition(name = BrokerQueue.NAME, interfaceName = "jakarta.jms.Queue", destinationName = "frameio")
@ApplicationScoped
public class BrokerQueue {

    public static final String NAME = "java:app/jms/frameio";
}
