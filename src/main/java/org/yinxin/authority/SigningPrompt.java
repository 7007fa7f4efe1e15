package org.yinxin.authority;

import org.yinxin.shared.Digest;

/**
 * A holder is asked to sign: what the fragment {@code components/signing :: prompt} shows inside a page's form.
 *
 * @param key whose signature is asked for
 * @param act the 32 bytes to be signed
 * @param words what it means, in the reader's language
 * @param relyingParty the domain under which passkeys are asked for
 * @param demonstration whether the key can be loaded into any browser, because it is a demonstration's
 */
public record SigningPrompt(KeyView key, Digest act, String words, String relyingParty, boolean demonstration) {}
