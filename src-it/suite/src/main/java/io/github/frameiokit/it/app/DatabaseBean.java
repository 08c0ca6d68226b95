package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.jdbcx.JdbcDataSource;

/** A data source for servers that have none in JNDI. */
@ApplicationScoped
public class DatabaseBean {

    @Produces
    @ApplicationScoped
    DataSource database(@ConfigProperty(name = "acme.database") String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        database.setPassword("sa");
        return database;
    }
}
