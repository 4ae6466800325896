/** Name of the client towards the server, and the section of the settings. */
export const clientId = 'phaseDocs';

/** What people read: in the output, and as the source of findings. */
export const clientName = 'Phase Docs';
