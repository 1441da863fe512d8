@echo off
rem Builds everything once and runs every test. The last line says how many passed and failed.
setlocal enabledelayedexpansion
cd /d "%~dp0"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"
set "TESTINGPLATFORM_TELEMETRY_OPTOUT=1"

where dotnet >nul 2>nul
if errorlevel 1 (
  echo The tests need the .NET SDK 10; plenum.cmd says how to get it. 1>&2
  exit /b 2
)

if not exist artifacts mkdir artifacts
dotnet build Plenum.slnx -c Release --nologo > artifacts\test-build.log 2>&1
if errorlevel 1 (
  type artifacts\test-build.log 1>&2
  echo The tests could not be built; the lines above say why. 1>&2
  exit /b 2
)

set /a passed=0, failed=0, skipped=0
for /d %%d in (tests\*) do if exist "%%d\%%~nxd.csproj" call :run %%~nxd
if !skipped! gtr 0 (echo !passed! passed, !failed! failed, !skipped! skipped) else (echo !passed! passed, !failed! failed)
if !failed! gtr 0 exit /b 1
if !passed! equ 0 exit /b 1
exit /b 0

:run
set "name=%1"
echo == %name%
"artifacts\bin\%name%\release\%name%.exe" -noColor > "artifacts\%name%.log" 2>&1
set "code=%errorlevel%"
type "artifacts\%name%.log"
rem The summary reads: Total: 94, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0
set /a total=0, broken=0, bad=0, idle=0, unasked=0
for /f "tokens=3,5,7,9,12 delims=:, " %%a in ('findstr /c:"  Total: " "artifacts\%name%.log"') do (
  set /a total=%%a, broken=%%b, bad=%%c, idle=%%d, unasked=%%e
)
set /a passed+=total-bad-idle-unasked, bad+=broken, skipped+=idle
if not "%code%"=="0" if !bad! equ 0 set /a bad=1
set /a failed+=bad
exit /b 0
