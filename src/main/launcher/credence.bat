@echo off
rem Starts Credence with a Java runtime it finds by itself: the bundled one, JAVA_HOME, the path, then the usual folders.
setlocal EnableExtensions DisableDelayedExpansion
set "CREDENCE_HOME=%~dp0.."
set "CREDENCE_JAVA="

call :try "%CREDENCE_HOME%\runtime\bin\java.exe"
if not defined CREDENCE_JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined CREDENCE_JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
if not defined CREDENCE_JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do if not defined CREDENCE_JAVA call :try "%%~fD\bin\java.exe"

if not defined CREDENCE_JAVA (
    echo credence: no Java 25 or newer found. Install a JDK 25, for example Eclipse Temurin 25, 1>&2
    echo           or set JAVA_HOME to the folder of one. 1>&2
    exit /b 1
)

rem A bound for the memory, where nobody has set one; the laboratory may take what it needs.
set "CREDENCE_HEAP=-Xmx2g"
if defined JAVA_TOOL_OPTIONS set "CREDENCE_HEAP="
if defined JDK_JAVA_OPTIONS set "CREDENCE_HEAP="
if /i "%~1"=="lab" set "CREDENCE_HEAP="
"%CREDENCE_JAVA%" "@%CREDENCE_HOME%\lib\java.options" %CREDENCE_HEAP% %CREDENCE_JAVA_OPTIONS% --module-path "%CREDENCE_HOME%\lib\javafx" -classpath "%CREDENCE_HOME%\lib\*" credence.Credence %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
set "CREDENCE_VERSION="
if exist "%~dp1..\release" for /f "usebackq tokens=2 delims==." %%V in (`findstr /b "JAVA_VERSION=" "%~dp1..\release"`) do set "CREDENCE_VERSION=%%~V"
if not defined CREDENCE_VERSION for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr /c:" version "') do for /f "delims=." %%M in ("%%~V") do set "CREDENCE_VERSION=%%~M"
if not defined CREDENCE_VERSION exit /b 0
set "CREDENCE_VERSION=%CREDENCE_VERSION:"=%"
if %CREDENCE_VERSION% GEQ 25 set "CREDENCE_JAVA=%~1"
exit /b 0
