/** VS Code shows `$(name)` as an icon in lenses and in the status bar; in a text from elsewhere it is to be read as it stands. */
export const withoutIcons = (text: string): string => text.replace(/\$\((?=[A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g, '\\$&');
