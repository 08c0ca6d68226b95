/** What is sent to Frame.io: drafts of what to make or change, and queries of what to list. */
package io.github.frameiokit.client.request;
