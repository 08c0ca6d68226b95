package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.delivery.DeliveryQueue;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** How the queue begins, in a CDI container without a server. */
class QueueBeginningTest {

    /** Weld lets a request context begin for the method that follows the construction. */
    @Singleton
    static class Queue implements DeliveryQueue {

        private int starts;

        @PostConstruct
        void prepare() {}

        @Override
        public void add(List<Entry> entries) {}

        @Override
        public void start(Worker worker) {
            starts++;
        }

        @Override
        public void stop(Duration longest) {}
    }

    @Test
    void aQueueBeginsOnceEvenIfItsCreationBeginsARequest() {
        try (WeldContainer container = new Weld().addBeanClass(Queue.class).initialize()) {
            assertEquals(1, container.select(Queue.class).get().starts);
        }
    }
}
