/** Fakes of what an app calls, for its tests: real HTTP servers that speak as documented. */
package io.github.frameiokit.testkit;
