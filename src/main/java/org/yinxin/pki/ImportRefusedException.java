package org.yinxin.pki;

/** Certificates from an authority outside do not fit what was asked for. */
public class ImportRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final ImportRefusal refusal;

    ImportRefusedException(ImportRefusal refusal) {
        super("The certificates do not fit: " + refusal);
        this.refusal = refusal;
    }

    public ImportRefusal refusal() {
        return refusal;
    }
}
