package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.jdbcx.JdbcDataSource;

/** A data source without a pool, whose connections are as new as its database after an outage. */
@ApplicationScoped
public class DatabaseBean {

    /** Without a scope, since TomEE can't make a proxy of a type of the JDK's. */
    @Produces
    @Dependent
    DataSource database(@ConfigProperty(name = "acme.database") String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        database.setPassword("sa");
        return database;
    }
}
