package org.yinxin.application;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a set of parts as their names in the order of the pages, separated by commas. */
class PartsConverter implements AttributeConverter<Set<ApplicationPart>, String> {

    @Override
    public String convertToDatabaseColumn(Set<ApplicationPart> parts) {
        return parts.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<ApplicationPart> convertToEntityAttribute(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(ApplicationPart::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
