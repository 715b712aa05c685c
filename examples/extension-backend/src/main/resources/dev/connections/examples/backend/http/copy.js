// Copies the text of the element that a button names, and says so.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.textContent);
    document.getElementById('copied').textContent = 'Copied.';
  });
}
