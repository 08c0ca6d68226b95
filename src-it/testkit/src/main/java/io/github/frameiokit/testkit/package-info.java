/**
 * The test kit for apps: {@link io.github.frameiokit.testkit.FrameioTest @FrameioTest}, which delivers events to
 * handlers without a server; {@linkplain io.github.frameiokit.testkit.FrameioEvents signed events} and
 * {@linkplain io.github.frameiokit.testkit.FrameioAssertions assertions}; fakes of Frame.io, of Adobe's identity
 * service and of an OpenTelemetry collector, which are real HTTP servers; models from JSON; and the contract of an
 * app's own token store.
 */
package io.github.frameiokit.testkit;
