@echo off
rem Builds the project if it has not been built, then runs the command line.
rem Build again after a change of the sources: mvn -B -ntp -DskipTests package
setlocal
set "ROOT=%~dp0.."
set "MODULE=%ROOT%\flowers-clouds-faces\cli\target"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo recycle: A JDK 17 or newer is needed. Install it with: winget install EclipseAdoptium.Temurin.17.JDK 1>&2
  exit /b 1
)

if not exist "%MODULE%\classpath.txt" (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo recycle: Building needs Maven 3.8.7 or newer on the PATH. 1>&2
    exit /b 1
  )
  echo recycle: Building... 1>&2
  pushd "%ROOT%"
  call mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl flowers-clouds-faces/cli -am package 1>&2
  if errorlevel 1 (
    popd
    echo recycle: The build failed. 1>&2
    exit /b 1
  )
  popd
)

set "OMP_WAIT_POLICY=PASSIVE"
set "DJL_OFFLINE=true"
set "OPT_OUT_TRACKING=true"
set "CLASSPATH="
for /f "usebackq delims=" %%L in ("%MODULE%\classpath.txt") do set "CLASSPATH=%MODULE%\recycle-cli.jar;%%L"
"%JAVA%" -XX:+UseSerialGC -Djava.awt.headless=true -Dai.djl.offline=true -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=off %JAVA_OPTS% %RECYCLE_JAVA_OPTS% org.recyclegan.cli.Main %*
exit /b %ERRORLEVEL%
