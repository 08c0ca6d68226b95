package io.github.frameiokit.it.app;

import io.github.frameiokit.rest.FrameioResources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** Answers which of the kit's classes this app has loaded. */
@Path("loaded")
@ApplicationScoped
public class LoadedResource {

    /**
     * Tries to define each class: that fails if it is loaded. So this can be asked once, and classes that others of
     * them extend or implement have to come first. Class loaders could be asked for loaded classes only with an option
     * of the JVM.
     *
     * @param names the names of classes of one package that has a package-info
     * @return the names of those that are loaded, and "0 of n" for none
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String loaded(@QueryParam("name") List<String> names) throws ReflectiveOperationException, IOException {
        ClassLoader kit = FrameioResources.class.getClassLoader();
        String first = names.get(0);
        MethodHandles.Lookup inPackage = MethodHandles.privateLookupIn(
                Class.forName(first.substring(0, first.lastIndexOf('.')) + ".package-info", false, kit),
                MethodHandles.lookup());
        StringBuilder loaded = new StringBuilder();
        int count = 0;
        for (String name : names) {
            try (InputStream bytes = kit.getResourceAsStream(name.replace('.', '/') + ".class")) {
                inPackage.defineClass(bytes.readAllBytes());
            } catch (NoClassDefFoundError e) {
                // it needs a library that isn't here, so it can't have been loaded
            } catch (LinkageError e) {
                loaded.append(name).append('\n');
                count++;
            }
        }
        return loaded.append(count).append(" of ").append(names.size()).toString();
    }
}
