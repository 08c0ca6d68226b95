/**
 * What an app needs for its tests: fakes of Frame.io and of Adobe's identity service, which are real HTTP servers, and
 * tests of what the kit expects of an app's own token store.
 */
package io.github.frameiokit.testkit;
