/** Acting for users who have authorized the app. */
package io.github.frameiokit.oauth;
