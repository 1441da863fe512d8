@echo off
rem Builds Plenum when its sources are newer than the last build, then starts it.
setlocal
set "PLENUM_HOME=%~dp0"
if "%PLENUM_HOME:~-1%"=="\" set "PLENUM_HOME=%PLENUM_HOME:~0,-1%"
rem The studio is a program of its own, built when it is first asked for; it knows every other verb as well.
set "PROJECT=Plenum.Cli"
set "PROGRAM=plenum-cli"
set "BUILT=%PLENUM_HOME%\artifacts\plenum"
if /i "%~1"=="studio" (
  set "PROJECT=Plenum.Studio"
  set "PROGRAM=plenum-studio"
  set "BUILT=%PLENUM_HOME%\artifacts\studio"
)
set "STAMP=%BUILT%\.built"
set "LOG=%PLENUM_HOME%\artifacts\build.log"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"

where dotnet >nul 2>nul
if errorlevel 1 (
  echo Plenum needs the .NET SDK 10, and there is no 'dotnet' on this machine. 1>&2
  echo Install it with:  winget install Microsoft.DotNet.SDK.10 1>&2
  echo or from https://dotnet.microsoft.com/download, then start Plenum again. 1>&2
  exit /b 2
)

if not exist "%STAMP%" goto build
powershell -NoProfile -Command "$built = (Get-Item -Force -LiteralPath $env:STAMP).LastWriteTimeUtc; $sources = @(Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:PLENUM_HOME 'src') -Include *.cs,*.razor,*.css,*.js,*.csproj,*.props) + @(Get-ChildItem -File -Path (Join-Path $env:PLENUM_HOME '*') -Include Directory.*.props,global.json); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto build
goto start

:build
echo Building Plenum (about a minute)... 1>&2
if not exist "%PLENUM_HOME%\artifacts" mkdir "%PLENUM_HOME%\artifacts"
rem The time the build begins: what changes meanwhile is built next time.
type nul > "%PLENUM_HOME%\artifacts\.building-%PROGRAM%"
dotnet publish "%PLENUM_HOME%\src\%PROJECT%" -c Release -p:PublishReadyToRun=true -o "%BUILT%" --nologo > "%LOG%" 2>&1
if errorlevel 1 (
  type "%LOG%" 1>&2
  echo Plenum could not be built; the lines above say why. 1>&2
  exit /b 2
)
move /y "%PLENUM_HOME%\artifacts\.building-%PROGRAM%" "%STAMP%" >nul

:start
"%BUILT%\%PROGRAM%.exe" %*
exit /b %errorlevel%
