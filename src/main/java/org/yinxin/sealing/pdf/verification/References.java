package org.yinxin.sealing.pdf.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;

/** The numbers of the objects that an object itself refers to; references are not followed. */
final class References {

    private References() {}

    static Set<Long> in(COSBase object) {
        Set<Long> numbers = new HashSet<>();
        Deque<COSBase> left = new ArrayDeque<>();
        left.push(object);
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case COSObject reference -> {
                    if (reference.getKey() != null) {
                        numbers.add(reference.getKey().getNumber());
                    }
                }
                case COSDictionary dictionary -> dictionary.entrySet().forEach(entry -> left.push(entry.getValue()));
                case COSArray array -> {
                    for (int i = 0; i < array.size(); i++) {
                        if (array.get(i) != null) {
                            left.push(array.get(i));
                        }
                    }
                }
                default -> {}
            }
        }
        return numbers;
    }
}
