# Builds the portal from a clean machine: needs nothing but Docker and the network.
FROM node:24.19.0-bookworm-slim AS node

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B -DskipTests -Dspotless.check.skip=true package \
    && java -Djarmode=tools -jar target/yinxin.jar extract --destination /portal

FROM eclipse-temurin:25.0.4_7-jre-noble
RUN groupadd --system --gid 10001 yinxin \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin yinxin
WORKDIR /portal
COPY --from=build /portal/lib lib
COPY --from=build /portal/yinxin.jar .
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-jar", "yinxin.jar"]
