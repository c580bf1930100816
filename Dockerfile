# The command with the worker in it, for an account without rights; 54 MB beside .NET's own runtime. Build: docker build -t defenseties .
# Without the Bolt driver: docker build --build-arg NEO4J_DRIVER=false -t defenseties .
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
ARG NEO4J_DRIVER=true
WORKDIR /source
COPY . .
RUN dotnet publish src/DefenseTies.Cli -c Release -o /app --os linux --arch $TARGETARCH --self-contained false -p:UseAppHost=false -p:Neo4jDriver=$NEO4J_DRIVER && mkdir /data

# The model runs on a native library made for glibc, hence no Alpine; the health check of docker-compose.yml takes a shell, hence not the chiseled image.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# A volume mounted here takes its owner from this folder.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
WORKDIR /data
ENTRYPOINT ["dotnet", "/app/DefenseTies.Cli.dll"]
