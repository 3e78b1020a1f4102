# One image for every process: api, worker and the command line differ in the command alone.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded server stays out: in containers DATABASE_URL names one.
RUN npm ci --omit=optional --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY apps/cli/bin apps/cli/bin
COPY seeds seeds
# Signing key and published checkpoints; mount a volume here to keep them.
RUN mkdir /data && chown node:node /data
ENV CLAIMTRAIL_DATA_DIR=/data HOST=0.0.0.0
VOLUME /data
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
