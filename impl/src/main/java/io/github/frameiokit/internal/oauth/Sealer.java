package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM, each for one purpose. A text opens for its purpose only, so a sealed text can't be
 * moved to another place. The first key seals, and all keys open: each sealed text has the id of its key.
 */
public final class Sealer {

    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    /** Texts are compressed before they are sealed: tokens and events would otherwise not fit into an entry. */
    private static final byte FORM = 2;

    private static final int ID_BYTES = 4;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String MAC = "HmacSHA256";
    private static final int SHORT_TAG_BYTES = 9;
    private static final int HEAD_BYTES = 1 + ID_BYTES + IV_BYTES;

    private final Map<ByteBuffer, SecretKey> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** Takes keys of 32 bytes, at least one. */
    Sealer(List<byte[]> keys) {
        keys.forEach(key -> this.keys.put(ByteBuffer.wrap(id(key)), new SecretKeySpec(key, "AES")));
    }

    /** Creates a sealer with a random key, which ends with the JVM. */
    static Sealer ephemeral() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Sealer(List.of(key));
    }

    /** Seals a text for a purpose. */
    public String seal(String purpose, String text) {
        Map.Entry<ByteBuffer, SecretKey> key = keys.entrySet().iterator().next();
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(FORM)
                .put(key.getKey().duplicate())
                .put(iv)
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.getValue(), iv, purpose)
                    .doFinal(Compression.deflate(text.getBytes(StandardCharsets.UTF_8)));
            byte[] whole = Arrays.copyOf(head, head.length + sealed.length);
            System.arraycopy(sealed, 0, whole, head.length, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM can't encrypt with AES-256-GCM.", e);
        }
    }

    /** Opens a text; empty if it was sealed with an unknown key or for another purpose, or was changed. */
    public Optional<String> open(String purpose, String sealed) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
            // for less than a tag, JDK 17 throws a ProviderException
            if (whole.remaining() < HEAD_BYTES + TAG_BYTES || whole.get() != FORM) {
                return Optional.empty();
            }
            byte[] id = new byte[ID_BYTES];
            byte[] iv = new byte[IV_BYTES];
            whole.get(id).get(iv);
            SecretKey key = keys.get(ByteBuffer.wrap(id));
            if (key == null) {
                return Optional.empty();
            }
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, iv, purpose)
                    .doFinal(whole.array(), whole.position(), whole.remaining());
            return Optional.of(new String(Compression.inflate(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /**
     * A short proof, for a text that leaves the app and comes back, that this app made it.
     *
     * @param purpose what the text is for
     */
    String tag(String purpose, String text) {
        return tag(keys.values().iterator().next(), purpose, text);
    }

    /** Whether a tag is that of a text, with any of the keys; takes the same time wherever it differs. */
    boolean isTag(String purpose, String text, String tag) {
        boolean fits = false;
        for (SecretKey key : keys.values()) {
            fits |= RandomToken.same(tag(key, purpose, text), tag);
        }
        return fits;
    }

    private static String tag(SecretKey key, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            // a key of its own, so that no tag says anything about the key that seals
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            mac.init(new SecretKeySpec(mac.doFinal("frameio-kit tag".getBytes(StandardCharsets.UTF_8)), MAC));
            byte[] tag = mac.doFinal((purpose + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, SHORT_TAG_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256, which every Java platform must have.", e);
        }
    }

    /** Identifies a key without revealing anything about it. */
    private static byte[] id(byte[] key) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update("frameio-kit key id".getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(key), ID_BYTES);
    }
}
