; Offers Outpost under "Open with" for the documents that it can read, without taking anybody's place: an entry in the
; list of applications, not an association.
!macro outpostSupports EXTENSION
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXTENSION}" ""
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro outpostSupports "md"
  !insertmacro outpostSupports "markdown"
  !insertmacro outpostSupports "txt"
  !insertmacro outpostSupports "csv"
  !insertmacro outpostSupports "html"
  !insertmacro outpostSupports "pdf"
  !insertmacro outpostSupports "docx"
  !insertmacro outpostSupports "xlsx"
  !insertmacro outpostSupports "eml"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  ; The program registers its links itself, when it first runs.
  DeleteRegKey HKCU "Software\Classes\outpost"
!macroend
