package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeanClassesTest {

    @Stereotype
    @RequestScoped
    @Retention(RetentionPolicy.RUNTIME)
    @interface Handlers {}

    @RequestScoped
    static class WithAScope {}

    @Dependent
    static class WithTheDependentScope {}

    @Handlers
    static class WithAStereotype {}

    @Interceptor
    static class AnInterceptor {}

    @Deprecated
    static class NoBean {}

    @Test
    void withoutAListTheBeansAreThoseInTheFoldersOfTheClassPath() {
        assertEquals(
                List.of(AnInterceptor.class, WithAScope.class, WithAStereotype.class, WithTheDependentScope.class),
                BeanClasses.inFoldersWithout(FakeFrameio.class));
    }

    @Test
    void theFolderOfTheTestHasNone() {
        assertEquals(List.of(), BeanClasses.inFoldersWithout(BeanClassesTest.class));
    }

    @Test
    void aJarIsSearchedAsAFolderIs() {
        assertEquals(List.of(), BeanClasses.besides(Test.class));
        assertEquals(4, BeanClasses.besides(BeanClassesTest.class).size());
    }
}
