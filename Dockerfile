# The image runs the server from source; only the pages are built.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/rules/package.json packages/rules/
COPY packages/plan-compiler/package.json packages/plan-compiler/
COPY packages/contract/package.json packages/contract/
COPY packages/sync/package.json packages/sync/
COPY catalogue/package.json catalogue/
COPY server/package.json server/
COPY web/package.json web/
COPY cli/package.json cli/
COPY journeys/package.json journeys/
COPY bench/package.json bench/
COPY tools/package.json tools/

FROM manifests AS pages
RUN npm ci --workspace web --include-workspace-root --no-audit --no-fund
COPY tsconfig.base.json ./
COPY packages packages
COPY web web
RUN node node_modules/vite/bin/vite.js build web

FROM manifests AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LUOSHI_SAMPLE=0
RUN npm ci --omit=dev --workspace server --workspace cli --no-audit --no-fund && npm cache clean --force
COPY packages packages
COPY catalogue catalogue
COPY server server
COPY cli cli
COPY --from=pages /app/web/dist web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
