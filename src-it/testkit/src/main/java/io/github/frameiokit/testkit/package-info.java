/**
 * The test kit for apps: fakes of Frame.io and of Adobe's identity service, which are real HTTP servers, models from
 * JSON, and the contract of an app's own token store.
 */
package io.github.frameiokit.testkit;
