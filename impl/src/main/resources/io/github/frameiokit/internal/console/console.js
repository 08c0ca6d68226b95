document.querySelector('main').append(document.body.dataset.events);
