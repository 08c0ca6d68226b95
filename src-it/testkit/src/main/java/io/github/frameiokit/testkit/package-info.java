/**
 * Fakes of what an app calls, for its tests: real HTTP servers that speak as documented. And contracts: tests of what
 * the kit expects of an app.
 */
package io.github.frameiokit.testkit;
