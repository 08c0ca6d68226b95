/**
 * The design that all pages of an app for its users share: the app's name, color and logo, one style sheet, and headers
 * that let nothing of others in. It knows no other package.
 */
@NullMarked
package io.github.frameiokit.internal.pages;

import org.jspecify.annotations.NullMarked;
